package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.Committed;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The committed API description is the API, and every endpoint of it lets in whom the table says and nobody else. */
@NodeTest
class NodeApiTests {

    private static final Path WHO_MAY = Path.of("src/test/resources/who-may.csv");
    private static final String NOBODYS = "01900000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    /** One line of the table: an endpoint and, for each role, the status it gets for a request without content. */
    private record Row(String method, String path, Map<String, Integer> statuses) {}

    private JsonNode description() {
        try (var machine = new Machine(port)) {
            var answer = machine.get("/v3/api-docs");
            assertThat(answer.status()).isEqualTo(200);
            return answer.body();
        }
    }

    @Test
    void theCommittedDescriptionIsTheApi() throws IOException {
        Committed.assertIsTheApi(Path.of("openapi.json"), description());
    }

    private static List<Row> table() throws IOException {
        var lines = Files.readAllLines(WHO_MAY);
        var roles = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Row(
                        cells[0],
                        cells[1],
                        IntStream.range(2, cells.length)
                                .boxed()
                                .collect(Collectors.toMap(i -> roles[i], i -> Integer.parseInt(cells[i])))))
                .toList();
    }

    @Test
    void everyEndpointStandsInTheTable() throws IOException {
        var described = new TreeSet<String>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(table().stream().map(row -> row.method() + " " + row.path()).collect(Collectors.toSet()))
                .isEqualTo(described);
    }

    @Test
    void everyRoleGetsWhatTheTableSays() throws IOException {
        var different = new ArrayList<String>();
        try (var nobody = new Machine(port);
                var candidate = new Machine(port);
                var invigilator = new Machine(port)) {
            var exam = nobody.mockExam(2, 0, 60);
            candidate.signIn(exam.path("candidates").path(0));
            invigilator.signInAtBoard(exam.path("invigilators").path(0));
            // Somebody else's attempt: a candidate may do nothing with it, an invigilator of another session neither.
            var roles = Map.of("nobody", nobody, "candidate", candidate, "invigilator", invigilator);
            for (var row : table()) {
                row.statuses().forEach((role, expected) -> {
                    var path = row.path().replace("{id}", NOBODYS).replace("{sha256}", "0");
                    var machine = roles.get(role);
                    var answer = machine.send(
                            machine.request(row.method(), path, row.method().equals("GET") ? null : content(path)));
                    if (answer.status() != expected) {
                        different.add(role + " " + row.method() + " " + row.path() + " -> " + answer.status() + " "
                                + answer.code());
                    }
                });
            }
        }
        assertThat(different).isEmpty();
    }

    /** Complete requests, so that what refuses them is who asks. */
    private static Object content(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return switch (last) {
            case "sign-ins" -> Map.of("ticket", "1", "idNumber", "2");
            case "start" -> Map.of("epoch", 1);
            case "beat" -> Map.of("epoch", 1, "entries", List.of(), "events", List.of(), "confirmed", List.of());
            case "hand-in" ->
                Map.of("epoch", 1, "lastSeq", 0, "reason", "r", "second", Map.of("number", "JKC0", "pin", "0"));
            case "attendance" -> Map.of("present", true);
            case "incidents" -> Map.of("kind", "OTHER", "facts", "f");
            case "session" -> Map.of("number", "JKC0", "pin", "0");
            case "unlock" -> Map.of("reason", "r");
            case "extension" -> Map.of("minutes", 5, "reason", "r", "second", Map.of("number", "JKC0", "pin", "0"));
            case "message" -> Map.of("text", "t");
            case "enrolment" -> Map.of("code", "4F7QK-2M9XD-0A1BC-ZYXWV");
            default -> Map.of("seats", 1, "opensInMinutes", 0, "minutes", 1);
        };
    }
}
