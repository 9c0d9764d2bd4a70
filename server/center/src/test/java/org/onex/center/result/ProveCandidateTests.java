package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;

class ProveCandidateTests {

    private static final String HERE = "192.0.2.1";

    @TempDir
    private Path keys;

    private ProveCandidate proofs;

    private ExamOnPaper.Sitter who;
    private String number;
    private String ticket;

    @BeforeEach
    void open() throws IOException {
        var configuration = new ExamOnPaper.Configuration();
        who = configuration.examOnPaper().sits("P", UUID.randomUUID(), "90001", "买买提·艾力");
        number = who.who().number().value();
        ticket = who.ticket();
        proofs = new ProveCandidate(configuration.seatsOfTheExam(), Vault.open(keys, "test", null));
    }

    private Optional<ProvenCandidate> prove(String typed, String name, String printed) {
        return proofs.prove(new Proof(typed, name, printed), HERE);
    }

    @Test
    void whoKnowsAllThreeIsWhoTheySay() {
        assertThat(prove(number, "买买提·艾力", ticket))
                .hasValueSatisfying(found -> assertThat(found.registration()).isEqualTo(who.key()));
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        assertThat(prove(" " + number.toLowerCase(Locale.ROOT) + " ", "买买提 • 艾力", " " + ticket + " "))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "name", "ticket", "nothing"})
    void oneThatIsWrongIsAsGoodAsThreeAndTakesAsLong(String wrong) {
        var begun = System.nanoTime();
        var proven = switch (wrong) {
            case "number" -> prove(IdNumber.completed("99999920050101002").value(), "买买提·艾力", ticket);
            case "name" -> prove(number, "买买提", ticket);
            case "ticket" -> prove(number, "买买提·艾力", "2024990000040002");
            default -> prove("", "", "");
        };
        assertThat(proven).isEmpty();
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(ProveCandidate.WRONG_TAKES.toNanos());
    }

    @Test
    void aTicketCannotBeTriedWithOneNumberAfterAnother() {
        for (int i = 0; i < ProveCandidate.WRONG; i++) {
            prove(IdNumber.completed("9999992005010110" + i).value(), "买买提·艾力", ticket);
        }
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(() -> prove(number, "买买提·艾力", ticket))
                .satisfies(e -> assertThat(e.code()).isEqualTo("result.too-many-inquiries"))
                .satisfies(e ->
                        assertThat((Long) e.facts().get("retryAfterSeconds")).isBetween(1L, 600L));
    }

    @Test
    void aNumberCannotBeTriedWithOneTicketAfterAnother() {
        for (int i = 0; i < ProveCandidate.WRONG; i++) {
            prove(number, "买买提·艾力", "202499000004001" + i);
        }
        assertThatExceptionOfType(ResultRefused.class).isThrownBy(() -> prove(number, "买买提·艾力", ticket));
    }

    @Test
    void whoeverTriesInVainElsewhereKeepsNobodyOut() {
        for (int i = 0; i < 3 * ProveCandidate.WRONG; i++) {
            var guess = new Proof(number, "买买提·艾力", "202499000004001" + i % 10);
            try {
                proofs.prove(guess, "192.0.2.66");
            } catch (ResultRefused refused) {
                assertThat(refused.code()).isEqualTo("result.too-many-inquiries");
            }
        }
        assertThat(prove(number, "买买提·艾力", ticket)).isPresent();
    }

    @Test
    void whoIsRightMayAskAgainAndAgain() {
        for (int i = 0; i < 3 * ProveCandidate.WRONG; i++) {
            assertThat(prove(number, "买买提·艾力", ticket)).isPresent();
        }
    }

    @Test
    void anAddressMayAskOnlySoOften() {
        for (int i = 0; i < ProveCandidate.FROM_ADDRESS; i++) {
            prove(number, "买买提·艾力", ticket);
        }
        var elsewhere = new Proof(number, "买买提·艾力", ticket);
        assertThatExceptionOfType(ResultRefused.class).isThrownBy(() -> proofs.prove(elsewhere, HERE));
        assertThat(proofs.prove(elsewhere, "192.0.2.2")).isPresent();
    }

    @Test
    void aHouseMayNotTryATicketFromEachOfItsAddresses() {
        for (int i = 0; i < ProveCandidate.WRONG; i++) {
            var guess = new Proof(IdNumber.completed("9999992005010110" + i).value(), "买买提·艾力", ticket);
            proofs.prove(guess, "2001:db8:1:2::" + (i + 1));
        }
        var own = new Proof(number, "买买提·艾力", ticket);
        assertThatExceptionOfType(ResultRefused.class).isThrownBy(() -> proofs.prove(own, "2001:db8:1:2:ffff::1"));
        assertThat(proofs.prove(own, "2001:db8:1:3::1")).isPresent();
    }

    @Test
    void nothingTooLongIsLookedAt() {
        assertThat(prove(
                        "9".repeat(100_000),
                        "买".repeat(100_000),
                        UUID.randomUUID().toString().repeat(1_000)))
                .isEmpty();
    }
}
