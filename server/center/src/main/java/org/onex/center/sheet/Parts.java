package org.onex.center.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The XML documents inside an .xlsx, unpacked while they are read and never more than the limit altogether. */
final class Parts implements AutoCloseable {

    /** Bytes of one text, attribute or comment: many times what Excel allows in a cell. */
    private static final int LONGEST_EVENT = 1 << 20;

    private static final String DEEPEST = "64";

    private static final XMLInputFactory XML = closedToTheOutside();

    private final ZipFile zip;
    private final Limits limits;
    private long unpacked;

    private Parts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Parts of(byte[] file, Limits limits) {
        ZipDirectory.requireModest(file);
        try {
            // What stands before each part repeats the directory, or lies.
            var zip = ZipFile.builder()
                    .setByteArray(file)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new Parts(zip, limits);
        } catch (IOException | RuntimeException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    private static XMLInputFactory closedToTheOutside() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        // Left alone, the parser writes what it finds wrong to the process's error output.
        factory.setXMLReporter((message, type, detail, location) -> {});
        return factory;
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    /** A folder of which something is there: {@code word/}. */
    boolean hasFolder(String folder) {
        return Collections.list(zip.getEntries()).stream()
                .anyMatch(entry -> entry.getName().startsWith(folder));
    }

    /** The document of a name that has to be there. */
    Part open(String name) throws IOException, XMLStreamException {
        var entry = entry(name);
        if (entry == null) {
            throw new IOException("There is no " + name);
        }
        var content = new Counted(zip.getInputStream(entry));
        try {
            return new Part(content, new XmlEvents(XML.createXMLStreamReader(content), content::beginEvent));
        } catch (XMLStreamException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Names are told apart without regard to case, as spreadsheets do. */
    private @Nullable ZipArchiveEntry entry(String name) {
        var plain = name.startsWith("/") ? name.substring(1) : name;
        var exact = zip.getEntry(plain);
        if (exact != null) {
            return exact;
        }
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    /** A document that is being read. */
    record Part(InputStream content, XMLStreamReader xml) implements AutoCloseable {

        @Override
        public void close() throws IOException, XMLStreamException {
            xml.close();
            content.close();
        }

        /** Moves on to the next element of any of these names, if there is one. */
        boolean next(String... names) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && List.of(names).contains(xml.getLocalName())) {
                    return true;
                }
            }
            return false;
        }

        String attribute(String name) {
            var value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }
    }

    /** Counts what comes out, altogether and in one go, because what a zip says of itself may be a lie. */
    private final class Counted extends FilterInputStream {

        private int inEvent;

        Counted(InputStream in) {
            super(in);
        }

        void beginEvent() {
            inEvent = 0;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int more) {
            if (result >= 0) {
                unpacked += more;
                inEvent += more;
                if (inEvent > LONGEST_EVENT) {
                    throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
                }
                limits.requireUnpacked(unpacked);
            }
            return result;
        }
    }
}
