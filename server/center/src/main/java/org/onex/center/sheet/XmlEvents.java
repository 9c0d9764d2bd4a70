package org.onex.center.sheet;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * The events of an XML document, none of which may grow beyond measure. A parser collects a text, an attribute or a comment in memory however
 * long it is, and remembers each name it ever met; what it reads in one go and how many names it meets has to be limited from outside.
 */
final class XmlEvents extends StreamReaderDelegate {

    /** No part of a spreadsheet has a hundred. */
    private static final int MOST_NAMES = 1000;

    private final Runnable beforeEach;
    private final Set<String> names = new HashSet<>();

    XmlEvents(XMLStreamReader xml, Runnable beforeEach) {
        super(xml);
        this.beforeEach = beforeEach;
    }

    @Override
    public int next() throws XMLStreamException {
        beforeEach.run();
        var event = super.next();
        if (event == START_ELEMENT) {
            meetNames();
        } else if (event == PROCESSING_INSTRUCTION) {
            meet("", getPITarget());
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        beforeEach.run();
        return super.getElementText();
    }

    private void meetNames() {
        meet(getPrefix(), getLocalName());
        for (var i = 0; i < getAttributeCount(); i++) {
            meet(getAttributePrefix(i), getAttributeLocalName(i));
        }
        for (var i = 0; i < getNamespaceCount(); i++) {
            meet(getNamespacePrefix(i), getNamespaceURI(i));
        }
    }

    private void meet(@Nullable String prefix, @Nullable String name) {
        var whole = prefix == null || prefix.isEmpty() ? name : prefix + ':' + name;
        if (whole != null && names.add(whole) && names.size() > MOST_NAMES) {
            throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
        }
    }
}
