package org.onex.rehearsal.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs photos as colleges do: in folders, with what their systems leave behind, and on a Chinese Windows with names in GBK. */
final class PhotoZip {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Charset names;
    private int leftBehind;

    private PhotoZip(Charset names) {
        this.names = names;
    }

    static PhotoZip ofToday() {
        return new PhotoZip(StandardCharsets.UTF_8);
    }

    /** Without a mark that says so. */
    static PhotoZip ofChineseWindows() {
        return new PhotoZip(Charset.forName("GBK"));
    }

    static byte[] of(String name, byte[] content) {
        var zip = ofToday();
        zip.add("", name, content);
        return zip.bytes();
    }

    void add(String folder, String name, byte[] content) {
        files.put(folder.isEmpty() ? name : folder + "/" + name, content);
    }

    /** What a Mac and a Windows write into folders, which is nobody's photo. */
    void addLeftBehind() {
        var rubbish = "system".getBytes(StandardCharsets.UTF_8);
        for (var path : List.of("__MACOSX/考生照片/._1.jpg", "考生照片/Thumbs.db", "考生照片/.DS_Store", "desktop.ini")) {
            files.put(path, rubbish);
            leftBehind++;
        }
    }

    /** How many files are nobody's photo. */
    int leftBehind() {
        return leftBehind;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("考生照片/"));
            zip.closeEntry();
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
