package org.onex.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        return asked("POST", wish);
    }

    JsonNode enrolment() {
        return asked("GET", null).body();
    }

    private Machine.Answer asked(String method, @Nullable Object content) {
        return machine.send(machine.request(method, PATH, content).header("Authorization", "Bearer " + code));
    }

    @Override
    public void close() {
        machine.close();
    }
}
