package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door: who gets in, who does not, and what is said to them. */
@CenterTest
class SignInJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoSignsInIsKnownUntilTheySignOut() {
        try (var operator = Staff.signedIn(port, "operator")) {
            var session = operator.get("/api/access/session");
            assertThat(session.body().path("login").asString()).isEqualTo("operator");
            assertThat(session.body().path("permissions")).isNotEmpty();
            assertThat(operator.delete("/api/access/session").status()).isEqualTo(204);
            assertThat(operator.get("/api/access/session").code()).isEqualTo("access.not-signed-in");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreRefusedAlike() {
        try (var somebody = new Staff(port)) {
            var wrong = somebody.signIn("operator", "wrong password");
            var unknown = somebody.signIn("nobody-here", "wrong password");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.code()).isEqualTo("access.sign-in-refused");
            assertThat(unknown.body()).isEqualTo(wrong.body());
        }
    }

    @Test
    void fiveWrongPasswordsCloseTheDoorForAWhileAlsoForTheRightOne() {
        Parties.enter(port);
        try (var guesser = new Staff(port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.signIn("college01", "guess number " + i).status())
                        .isEqualTo(401);
            }
            var sixth = guesser.signIn("college01", Staff.PASSWORD);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.code()).isEqualTo("access.too-many-attempts");
            assertThat(sixth.body().path("facts").path("retryAfterSeconds").asInt())
                    .isBetween(1, 61);
            assertThat(sixth.headers()).containsKey("retry-after");
            assertThat(guesser.signIn("hongke", Staff.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void aRequestWithoutTheTokenOfThePageIsRefused() {
        try (var operator = Staff.signedIn(port, "operator")) {
            var answer = operator.postWithoutToken("/api/clock/advance", Map.of("to", "2024-04-23T00:00:00+08:00"));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("access.stale-page");
        }
    }

    @Test
    void whoseAccountChangesIsSignedOutEverywhere() {
        Parties.enter(port);
        try (var operator = Staff.signedIn(port, "operator");
                var officer = Staff.signedIn(port, "aopai")) {
            assertThat(officer.get("/api/plan/plans").status()).isEqualTo(200);
            var changed = Map.of(
                    "name",
                    "奥派考务",
                    "organization",
                    Map.of("kind", "AWARDING_BODY", "code", Parties.OTHER_BODY),
                    "duties",
                    List.of("EXAM_OFFICER"),
                    "password",
                    "another password");
            assertThat(operator.put("/api/access/accounts/aopai", changed).status())
                    .isEqualTo(200);
            assertThat(officer.get("/api/plan/plans").code()).isEqualTo("access.not-signed-in");
        }
    }

    /** An account that no other story uses. */
    private void anAccount(String login) {
        Parties.enter(port);
        try (var operator = Staff.signedIn(port, "operator")) {
            var account = Map.of(
                    "name",
                    "院校考务",
                    "organization",
                    Map.of("kind", "COLLEGE", "code", "90001"),
                    "duties",
                    List.of("COLLEGE_OFFICER"),
                    "password",
                    Staff.PASSWORD);
            assertThat(operator.put("/api/access/accounts/" + login, account).status())
                    .isEqualTo(200);
        }
    }

    private static Map<String, String> change(String present, String wanted) {
        return Map.of("present", present, "wanted", wanted);
    }

    @Test
    void whoChangesTheirPasswordIsSignedOutEverywhereElse() {
        anAccount("changes-password");
        var wanted = "another-long-one";
        try (var here = Staff.signedIn(port, "changes-password");
                var elsewhere = Staff.signedIn(port, "changes-password");
                var later = new Staff(port)) {
            assertThat(here.put("/api/access/password", change(Staff.PASSWORD, wanted))
                            .status())
                    .isEqualTo(204);
            assertThat(here.get("/api/access/session").status()).isEqualTo(200);
            assertThat(elsewhere.get("/api/access/session").code()).isEqualTo("access.not-signed-in");
            assertThat(later.signIn("changes-password", Staff.PASSWORD).code()).isEqualTo("access.sign-in-refused");
            assertThat(later.signIn("changes-password", wanted).status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsSignedInTwiceSeesBothAndCanEndTheOther() {
        anAccount("signed-in-twice");
        try (var here = Staff.signedIn(port, "signed-in-twice");
                var elsewhere = Staff.signedIn(port, "signed-in-twice");
                var somebody = Staff.signedIn(port, "operator")) {
            var listed = here.get("/api/access/sessions").body();
            assertThat(listed).hasSize(2).allSatisfy(session -> {
                assertThat(session.path("address").asString()).contains("127.0.0.1");
                assertThat(session.path("browser").asString()).startsWith("Java-http-client");
            });
            var others = listed.valueStream()
                    .filter(session -> !session.path("current").asBoolean())
                    .map(session -> session.path("id").asString())
                    .toList();
            assertThat(others).hasSize(1);
            somebody.delete("/api/access/sessions/" + others.getFirst());
            assertThat(elsewhere.get("/api/access/session").status())
                    .as("another account's session is nobody else's to end")
                    .isEqualTo(200);
            assertThat(here.delete("/api/access/sessions/" + others.getFirst()).status())
                    .isEqualTo(204);
            assertThat(elsewhere.get("/api/access/session").code()).isEqualTo("access.not-signed-in");
            assertThat(here.get("/api/access/sessions").body()).hasSize(1);
        }
    }

    @Test
    void aPasswordIsNotChangedByWhoDoesNotKnowIt() {
        anAccount("guesses-password");
        try (var officer = Staff.signedIn(port, "guesses-password")) {
            assertThat(officer.put("/api/access/password", change("not the present one", "another-long-one"))
                            .code())
                    .isEqualTo("access.password-wrong");
            assertThat(officer.put("/api/access/password", change(Staff.PASSWORD, Staff.PASSWORD))
                            .code())
                    .isEqualTo("access.password-same");
            var tooShort = officer.put("/api/access/password", change(Staff.PASSWORD, "short"));
            assertThat(tooShort.code()).isEqualTo("access.account-invalid");
            assertThat(tooShort.body().path("facts").path("field").asString()).isEqualTo("password");
            for (int i = 0; i < 4; i++) {
                officer.put("/api/access/password", change("guess number " + i, "another-long-one"));
            }
            assertThat(officer.put("/api/access/password", change(Staff.PASSWORD, "another-long-one"))
                            .code())
                    .isEqualTo("access.too-many-attempts");
        }
    }

    @Test
    void comingLeavingAndFailingToComeInAreWrittenDown() {
        anAccount("comes-and-goes");
        try (var officer = new Staff(port)) {
            officer.signIn("comes-and-goes", "not the password");
            officer.signIn("nobody-at-all", "not the password");
            officer.signIn("comes-and-goes", Staff.PASSWORD);
            officer.delete("/api/access/session");
        }
        assertThat(jdbc.sql(
                                "select act from audit.entry where subject = 'comes-and-goes' and act like 'access.sign%' order by number")
                        .query(String.class)
                        .list())
                .containsExactly("access.sign-in-refused", "access.sign-in", "access.sign-out");
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = 'nobody-at-all'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void moreThanAnybodyCanMeanIsNotRead() {
        try (var stranger = new Staff(port)) {
            stranger.get("/api/clock");
            var huge = Map.of("login", "x".repeat(300_000), "password", "x");
            var answer = stranger.post("/api/access/session", huge);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.code()).isEqualTo("request.too-large");
            assertThat(stranger.post("/api/access/session", Map.of("login", "x".repeat(200_000), "password", "x"))
                            .code())
                    .isEqualTo("access.sign-in-refused");
        }
    }

    @Test
    void passwordsAreKeptAsArgon2idOnly() {
        assertThat(jdbc.sql("select password_hash from access.account")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(hash -> hash.startsWith("$argon2id$"));
    }

    @Test
    void whatIsMissingInARequestIsNamed() {
        try (var somebody = new Staff(port)) {
            somebody.get("/api/clock");
            var answer = somebody.post("/api/access/session", Map.of("login", "operator"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("request.invalid");
            assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("password");
            assertThat(somebody.send(
                                    "POST",
                                    "/api/access/session",
                                    "{".getBytes(StandardCharsets.UTF_8),
                                    "application/json")
                            .code())
                    .isEqualTo("request.unreadable");
        }
    }

    @Test
    void anAccountCannotHaveADutyThatItsOrganisationDoesNotHave() {
        Parties.enter(port);
        try (var operator = Staff.signedIn(port, "operator")) {
            var answer = operator.put(
                    "/api/access/accounts/college09",
                    Map.of(
                            "name",
                            "越权",
                            "organization",
                            Map.of("kind", "COLLEGE", "code", "90001"),
                            "duties",
                            List.of("EXAM_OFFICER"),
                            "password",
                            Staff.PASSWORD));
            assertThat(answer.code()).isEqualTo("access.account-invalid");
            assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("duties");
        }
    }
}
