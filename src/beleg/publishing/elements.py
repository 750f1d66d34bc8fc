"""Elements: XML written element by element, so that no word can become markup."""

from lxml import etree


def root(namespace: str, name: str, **prefixes: str) -> etree._Element:
    """Begin a document, or a part of one in another namespace; `prefixes` names the further namespaces it uses."""
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace, **prefixes})  # type: ignore[dict-item]


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element in the namespace of its parent. Raises ValueError for a character that XML does not have."""
    element = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)
    element.text = text or None
    return element


def say_language(element: etree._Element, language: str) -> None:
    """Say in which language an element is (`xml:lang`, a BCP 47 code)."""
    element.set("{http://www.w3.org/XML/1998/namespace}lang", language)


def written(document: etree._Element) -> bytes:
    """Return the document as bytes, UTF-8, with a declaration and a line end."""
    return etree.tostring(document, encoding="UTF-8", xml_declaration=True) + b"\n"
