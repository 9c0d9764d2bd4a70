package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;

/** The command {@code ./rehearse mock}: a mock exam that anybody may sit for a month, with the admission data to hand out. */
public final class MockCommand {

    private static final String NODE = "--node";
    private static final String CODE = "--code-file";
    private static final String SAVE = "--save";
    private static final int SEATS = 30;
    private static final int MINUTES = 60;
    private static final int MONTH = 31 * 24 * 60;

    private MockCommand() {}

    /** Prepares it at a running node. */
    public static void run(PrintStream out, String... arguments) {
        var line = CommandLine.of(Set.of(), Set.of(NODE, CODE, SAVE), arguments);
        var wish = Json.object().put("seats", SEATS).put("minutes", MINUTES).put("lateMinutes", MONTH);
        var exam = MockExam.prepare(new Wire(URI.create(required(line, NODE))), code(required(line, CODE)), wish);
        save(line.fileToWrite(SAVE), lines(exam));
        out.println("mock exam: %d seats".formatted(exam.seats().size()));
    }

    private static String required(CommandLine line, String option) {
        var value = line.values().get(option);
        if (value == null) {
            throw new Misuse("mock needs " + option);
        }
        return value;
    }

    private static String code(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Misuse("cannot read the technician's code: " + e);
        }
    }

    /** Everybody in it is synthetic, so the numbers may stand in a file. */
    private static List<String> lines(MockExam exam) {
        var lines = new ArrayList<String>();
        exam.seats()
                .forEach(seat ->
                        lines.add("%s  准考证号 %s  证件号码 %s".formatted(seat.name(), seat.ticket(), seat.idNumber())));
        exam.invigilators().forEach(staff -> lines.add("监考员 %s  口令 %s".formatted(staff.number(), staff.pin())));
        return lines;
    }

    private static void save(@Nullable Path file, List<String> lines) {
        if (file == null) {
            throw new Misuse("mock needs " + SAVE);
        }
        try {
            Files.deleteIfExists(file);
            // The invigilators' passwords are in it.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Unexpected("cannot write " + file + ": " + e, e);
        }
    }
}
