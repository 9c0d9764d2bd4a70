package org.onex.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Misuse;

/** The folder of the repository, where the demonstration's data and the programs stand. */
record Home(Path folder) {

    /** What the {@code rehearse} script says, else the current folder. */
    static Home ofThisProcess() {
        return new Home(Path.of(System.getProperty("onex.home", "")).toAbsolutePath());
    }

    Path demo() {
        return folder.resolve("demo");
    }

    /** The committed description of the centre's HTTP API. */
    Path api() {
        return folder.resolve("server/center/openapi.json");
    }

    /** The program that starts the product; {@code ONEX_RUN} may name another. */
    Path run(@Nullable String override) {
        var program = override == null || override.isBlank() ? folder.resolve("run") : Path.of(override);
        if (!Files.isExecutable(program)) {
            throw new Misuse("cannot start a product: " + program
                    + " is not a program; name a running centre with --center URL");
        }
        return program;
    }
}
