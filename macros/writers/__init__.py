"""Writers: from settled documents to files and page fragments."""
