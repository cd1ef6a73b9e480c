/* libxml2 itself; its headers bring ICU along, so that Swift sees it only through CXML. */
