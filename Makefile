# 两条命令：make serve 看网站，make test 跑全部检查。只要有 Python ≥ 3.11 和 make。
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := pip-compile -q --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: serve build check test bench offline screenshots publish-list schema lock clean

$(VENV)/ready: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新版本")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@

serve: $(VENV)/ready ## 校验模板，打开带实时刷新的网站
	$(BIN)/python scripts/validate.py
	$(BIN)/mkdocs serve

offline: $(VENV)/ready ## 生成离线版：dist/ 里的压缩包和校验值
	$(BIN)/python scripts/offline.py

build: offline ## 生成 site/，附带离线版
	$(BIN)/mkdocs build --strict

check: $(VENV)/ready-dev ## 几秒钟的检查：模板、格式、类型
	$(BIN)/python scripts/validate.py --strict
	$(BIN)/python scripts/check_versions.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check ## 全部检查：需要时自动装好浏览器
	$(BIN)/python scripts/browser.py
	$(BIN)/pytest -n 2 --dist loadfile

publish-list: $(VENV)/ready ## 把新的网址和编号记入 data/published.yml
	$(BIN)/python scripts/publish_list.py

screenshots: $(VENV)/ready-dev ## 由网站重新截图到 docs/screenshots/
	$(BIN)/python scripts/screenshots.py

bench: $(VENV)/ready-dev ## 全部测量，打印表格
	for name in export pages search validate; do $(BIN)/python scripts/bench.py $$name; done

schema: $(VENV)/ready ## 由模型重新生成 data/schema/plan.schema.json
	$(BIN)/python scripts/build_schema.py

lock: ## 重新锁定依赖（需要 pip-tools）
	$(LOCK) -o requirements.txt requirements.in
	$(LOCK) -o requirements-dev.txt requirements-dev.in

clean:
	rm -rf site dist .cache
