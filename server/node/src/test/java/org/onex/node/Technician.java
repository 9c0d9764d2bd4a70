package org.onex.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whoever runs the machine of a site and has its code. */
final class Technician implements AutoCloseable {

    private static final String PATH = "/api/courier/enrolment";

    private final Machine machine;
    private final String code;

    Technician(int port, Path data) {
        this.machine = new Machine(port);
        try {
            this.code = Files.readString(data.resolve("node/technician-code")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Machine.Answer enrol(Map<String, String> wish) {
        return asked("POST", PATH, wish);
    }

    JsonNode enrolment() {
        return asked("GET", PATH, null).body();
    }

    /** How far a bundle has gone back. */
    JsonNode returned(UUID id) {
        for (var bundle : enrolment().path("bundles")) {
            if (bundle.path("bundle").asString().equals(id.toString())) {
                return bundle.path("returned");
            }
        }
        return Machine.JSON.missingNode();
    }

    Machine.Answer wipe(UUID id) {
        return asked("POST", "/api/courier/bundles/" + id + "/wiping", null);
    }

    private Machine.Answer asked(String method, String path, @Nullable Object content) {
        return machine.send(machine.request(method, path, content).header("Authorization", "Bearer " + code));
    }

    @Override
    public void close() {
        machine.close();
    }
}
