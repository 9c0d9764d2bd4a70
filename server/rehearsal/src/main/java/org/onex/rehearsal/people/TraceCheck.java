package org.onex.rehearsal.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/**
 * Searches everything that a product and nodes of our own have written for ID numbers of the rehearsal: its logs, the files it keeps, and its
 * databases. Whoever finds the disk must not find people on it.
 */
public final class TraceCheck {

    private static final byte[] AREA = IdNumbers.AREA.getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 18;
    private static final int AT_ONCE = 1 << 20;
    /** Programs, which the product unpacks and does not write. */
    private static final String PROGRAMS = "programs";

    private final Scene scene;

    public TraceCheck(Scene scene) {
        this.scene = scene;
    }

    /** Of a product that is not our own we see no disk. */
    public void check() {
        var data = scene.disk();
        if (data != null) {
            check(data);
        }
        scene.nodes().all().forEach(node -> check(node.data()));
    }

    private void check(Path data) {
        for (var file : files(data)) {
            var place = data.relativize(file);
            var isLog = file.toString().endsWith(".log");
            var found = found(file);
            scene.check(
                    isLog ? Claim.LOGS_NAME_NOBODY : Claim.DISK_IS_SEALED,
                    found == 0,
                    () -> place + " holds ID numbers in clear, " + found + " times");
        }
    }

    private static List<Path> files(Path data) {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .filter(file -> !data.relativize(file).startsWith(PROGRAMS))
                    .toList();
        } catch (IOException e) {
            throw new Unexpected("cannot look through " + data + ": " + e, e);
        }
    }

    /** A file that is gone meanwhile holds nothing. */
    private static int found(Path file) {
        try (var content = Files.newInputStream(file)) {
            return found(content);
        } catch (IOException e) {
            return 0;
        }
    }

    /** How many ID numbers stand in it. */
    public static int numbersIn(byte[] content) {
        return found(content, content.length);
    }

    /** How many ID numbers stand in it; a piece is looked at together with the end of the one before. */
    static int found(InputStream content) throws IOException {
        var found = 0;
        var piece = new byte[AT_ONCE];
        var kept = 0;
        while (true) {
            var read = content.readNBytes(piece, kept, piece.length - kept);
            var length = kept + read;
            found += found(piece, length);
            if (read < piece.length - kept) {
                return found;
            }
            kept = LENGTH - 1;
            System.arraycopy(piece, length - kept, piece, 0, kept);
        }
    }

    private static int found(byte[] piece, int length) {
        var found = 0;
        for (var i = 0; i + LENGTH <= length; i++) {
            if (piece[i] == AREA[0] && startsWithArea(piece, i) && isNumber(piece, i)) {
                found++;
            }
        }
        return found;
    }

    private static boolean startsWithArea(byte[] piece, int from) {
        for (var i = 1; i < AREA.length; i++) {
            if (piece[from + i] != AREA[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(byte[] piece, int from) {
        return IdNumbers.isOne(new String(piece, from, LENGTH, StandardCharsets.ISO_8859_1));
    }
}
