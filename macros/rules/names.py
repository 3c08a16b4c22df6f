"""Names of persons: a net, not a proof (the closed list of posts is the real guard)."""

import re

_COMMON = (
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯邓曹彭蔡潘袁董蒋杜苏魏吕丁沈姚卢姜崔谭"
    "陆汪廖韦贾邹熊孟秦邱侯尹薛闫段雷黎陶郝龚邵覃戴莫孔汤庞樊葛翟倪殷阎俞聂焦柳欧甘游裴骆祝屈项颜"
)
_ALSO_WORDS = "包时纪舒童梅盛马高林余叶钟范石金江夏史龙贺顾毛万钱严赖洪武康施牛邢庄于方任白文安乔向曾程田付傅章鲁"
_HAN = r"[\u4e00-\u9fff]"
_OFFICE_CHARS = "长任记员导部组办科局队所站社区村户业政委会位人各街镇乡市县"
_GIVEN = rf"(?:(?![{_OFFICE_CHARS}]){_HAN}){{1,2}}"
_NAME = rf"(?:[{_COMMON}{_ALSO_WORDS}]{_GIVEN})"
_OFFICE = "总指挥|副?指挥长|副?组长|副?主任|副?书记|副?队长|副?站长|副?所长|副?科长|联络员"
_BEFORE = r"(?:^|(?<=[、，。；：:,;（(由请和与及长记任员局 ]))"

_PATTERNS = (
    re.compile(
        rf"{_BEFORE}({_NAME})(?:等?同志|带队|牵头|担任|(?:任|为|兼任)(?:办公室)?(?:{_OFFICE}|负责人))"
    ),
    re.compile(
        rf"(?:{_OFFICE}|负责人|责任人|联系人|成员)\s*[：:]\s*({_NAME})(?=[、，。；,;.\s）)]|$)"
    ),
    re.compile(rf"{_BEFORE}({_NAME})（(?:{_OFFICE})）"),
    re.compile(rf"/([{_COMMON}](?:{_GIVEN})?)(?:{_OFFICE}|负责人|负责同志)$"),
)

LIKELY = re.compile(
    rf"同志|带队|牵头|担任|[任为（](?:办公室)?(?:{_OFFICE}|负责人)|/[^/\n]{{1,3}}(?:{_OFFICE}|负责)"
    rf"|[人员长任记]\s*[：:]|1[3-9]\d{{9}}|[1-9]\d{{16}}"
)
"""What any text that names a person has in it, and few others have."""

_WORD = re.compile(
    "包村|包片|包干|包联|时任|时间|时段|纪检|纪律|纪委|舒适|童心|项目|颜色|盛大|游园|游客|"
    "周末|周边|黄金|方面|高龄|高层|高空|文明|文化|文卫|文书|安全|安保|安置|施工|武装|"
    "金融|任务|万元|康复|白天|马上|余下|江河|林业|林地|田间|程序|章程|向前|于是|钱款|"
    "石材|严格|夏季|范围|毛坯|龙头|史志|庄稼|钟点|顾问|叶片|何时|何种|段落|熊孩|水利|"
    "马路|方案|高速|高新|文体|文教|文旅|安装|安监|应急|陪同|唐突|孔洞|陆续|任意|付款|"
    "白班|康养|安检"
)
"""Words that begin like a name."""

_NUMBERS = (
    (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), "手机号码"),
    (re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\d)"), "身份证号码"),
)


def person(text: str) -> tuple[str, str] | None:
    """What in a text looks like a person.

    Args:
        text: prose, or a post such as ``街道/主任``.

    Returns:
        What it is (``真实姓名``, ``手机号码``, ``身份证号码``) and the words; ``None``
        when nothing is found.
    """
    for pattern, kind in _NUMBERS:
        if found := pattern.search(text):
            return kind, found[0]
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if not _WORD.search(found[1]):
                return "真实姓名", found[1]
    return None
