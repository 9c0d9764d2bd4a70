package org.onex.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Traffic;
import tools.jackson.databind.JsonNode;

/** The command {@code ./rehearse audit}: has a running centre recompute its whole audit trail, and says whether the chain is unbroken. */
final class AuditCommand {

    private static final String CENTER = "--center";
    private static final String LOGIN = "--login";
    private static final String PASSWORD = "--password-file";

    private AuditCommand() {}

    /** Whether every entry is as it was written and none is missing. */
    static boolean run(PrintStream out, String... arguments) {
        var line = CommandLine.of(Set.of(), Set.of(CENTER, LOGIN, PASSWORD), arguments);
        var center = Options.center(line.values().get(CENTER));
        if (center == null) {
            throw new Misuse("audit needs " + CENTER + " URL");
        }
        var login = line.values().getOrDefault(LOGIN, Center.OPERATOR);
        var found = verification(center, login, password(line.values().get(PASSWORD)));
        var entries = found.path("entries").asLong();
        if (found.path("intact").asBoolean(false)) {
            out.println("audit trail intact: %d entries".formatted(entries));
            return true;
        }
        out.println("audit trail BROKEN: entry %s of %d is changed, missing or put in"
                .formatted(Json.text(found, "firstBroken"), entries));
        return false;
    }

    private static String password(@Nullable String file) {
        if (file == null) {
            return Center.PASSWORD;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Misuse("cannot read the password: " + e);
        }
    }

    private static JsonNode verification(URI center, String login, String password) {
        var browser = new Http(center, new Traffic());
        var credentials = Json.object().put("login", login).put("password", password);
        var entered = browser.send("POST", "/api/access/session", credentials);
        if (!entered.isFine()) {
            throw new Unexpected("%s cannot sign in at %s: %s".formatted(login, center, entered));
        }
        var answer = browser.get("/api/audit/verification");
        if (answer.isProblem(403, "access.not-permitted")) {
            throw new Unexpected(login + " may not read the audit trail; give the --login of an operator");
        }
        return answer.orFail();
    }
}
