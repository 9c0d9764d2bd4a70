package org.onex.rehearsal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.FakeCenter.Request;

/** The stage against a centre that keeps papers as it should, and against centres that do not. */
class PaperStageTests {

    private static final String FIRST = Writer.PAPERS + "/p0";

    private final FakeCenter center = new FakeCenter();

    @AfterEach
    void close() {
        center.close();
    }

    private Map<String, Long> play() {
        return new PaperStage().play(center.scene("003", 1));
    }

    private long broken(Claim claim) {
        return center.found(claim).broken();
    }

    /** Plays against a good centre that gives one bad answer. The first paper is assembled before, so that the answer can be bent. */
    private void playWith(String login, String method, String path, Function<Request, Reply> reply) {
        new FakePapers(center);
        var writers = FakeCenter.DEMO.writersOf(FakeCenter.DEMO.notice("003")).stream()
                .map(writer -> new Writer(center.scene("003", 1), writer))
                .toList();
        var bank = FakePapers.bank();
        writers.getFirst().load(bank, bank.content()).orFail();
        var first = writers.getFirst().assemble(bank.code(), "THEORY").orFail();
        assertThat(first.path("id").asString()).isEqualTo("p0");
        center.answers("POST", Writer.PAPERS, Reply.ok(first.toString()));
        center.answersTo(login, method, path, reply);
        new ProofRound(center.scene("003", 1), writers).play(bank, bank.code(), "THEORY");
    }

    @Test
    void bothBanksBecomeFourSealedPapers() {
        new FakePapers(center);
        var counts = play();

        assertThat(center.findings().all())
                .allSatisfy(finding -> assertThat(finding.examples()).isEmpty());
        assertThat(counts).containsEntry("banks", 2L).containsEntry("sealed papers", 4L);
        assertThat(counts.get("questions")).isGreaterThan(300);
        for (var claim : new Claim[] {
            Claim.BAD_BANKS_SAY_WHY,
            Claim.FORMS_ARE_EQUAL,
            Claim.READ_BY_TWO_OTHERS,
            Claim.SEALED_IS_FINAL,
            Claim.ITEMS_ARE_SECRET
        }) {
            assertThat(center.found(claim).checked()).as(claim.toString()).isPositive();
        }
    }

    @Test
    void aBodyWithoutBanksHasNoPapers() {
        assertThat(new PaperStage().play(center.scene("002", 1))).containsEntry("banks", 0L);
        assertThat(center.requests()).isEmpty();
    }

    @Test
    void aCentreThatNamesAnotherLineIsFound() {
        new FakePapers(center);
        center.answersTo(
                "hongke-items1",
                "POST",
                Writer.BANKS,
                request -> request.body().contains("difficulty: 9")
                        ? new Reply(422, "{\"code\": \"paper.bank-invalid\", \"facts\": {\"problems\": []}}")
                        : Reply.ok("{\"id\": \"x\"}"));
        center.answersTo("hongke-items1", "GET", Writer.BANKS + "/x/items", Reply.list(java.util.stream.Stream.of()));
        var scene = center.scene("003", 1);
        new BankCheck(scene, new Writer(scene, "hongke-items1")).load(FakePapers.bank());

        assertThat(broken(Claim.BAD_BANKS_SAY_WHY)).isEqualTo(1);
        assertThat(broken(Claim.NOTHING_LOST)).isEqualTo(1);
    }

    @Test
    void aCentreThatLetsTheAssemblerReadProofIsFound() {
        playWith("hongke-items1", "POST", FIRST + "/proofs", request -> Reply.ok("{\"state\": \"PROOF\"}"));
        assertThat(broken(Claim.READ_BY_TWO_OTHERS)).isEqualTo(2);
    }

    @Test
    void aCentreThatShowsAFormToTheOfficerIsFound() {
        playWith("hongke", "GET", FIRST + "/forms/A", request -> Reply.ok("{}"));
        assertThat(broken(Claim.ITEMS_ARE_SECRET)).isEqualTo(1);
    }

    @Test
    void aCentreWhoseFormsAreTheSameIsFound() {
        new FakePapers(center);
        var scene = center.scene("003", 1);
        var writer = new Writer(scene, "hongke-items1");
        var bank = FakePapers.bank();
        writer.load(bank, bank.content()).orFail();
        writer.assemble(bank.code(), "THEORY").orFail();
        var a = writer.form("p0", "A").orFail();
        var b = writer.form("p0", "B").orFail();
        new FormCheck(scene, bank, "THEORY").check(a, b);
        assertThat(center.found(Claim.FORMS_ARE_EQUAL).examples()).isEmpty();

        new FormCheck(scene, bank, "THEORY").check(a, a);
        assertThat(broken(Claim.FORMS_ARE_EQUAL)).isEqualTo(3);
        new FormCheck(scene, bank, "PRACTICAL").check(a, b);
        assertThat(broken(Claim.FORMS_ARE_EQUAL)).isGreaterThan(5);
    }

    @Test
    void aCentreThatTellsTheOfficerWhatIsAskedIsFound() {
        var stem = FakePapers.bank().questions().getFirst().path("stem").asString();
        playWith(
                "hongke",
                "GET",
                Writer.PAPERS,
                request -> request.query().contains("SEALED")
                        ? Reply.list(java.util.stream.Stream.of(
                                "{\"id\": \"p0\", \"title\": \"试卷p0\", \"first\": \"" + stem + "\"}"))
                        : Reply.list(java.util.stream.Stream.of()));
        assertThat(broken(Claim.ITEMS_ARE_SECRET)).isEqualTo(1);
        // It was listed as sealed while it was not, too.
        assertThat(broken(Claim.SEALED_IS_FINAL)).isEqualTo(3);
    }

    @Test
    void aCentreThatChangesASealedPaperIsFound() {
        playWith("hongke-items3", "GET", FIRST, request -> Reply.ok("{\"state\": \"REJECTED\"}"));
        assertThat(broken(Claim.SEALED_IS_FINAL)).isEqualTo(1);
    }
}
