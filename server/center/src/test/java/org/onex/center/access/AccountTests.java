package org.onex.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;

class AccountTests {

    private static final Organization COLLEGE = new Organization(OrganizationKind.COLLEGE, "90001", "示范一职业技术学院");

    @Test
    void hasThePermissionsOfItsDutiesAndNoOthers() {
        var account = new Account("college01", "示范一考务", "hash", COLLEGE, Set.of(Duty.COLLEGE_OFFICER));
        assertThat(account.permissions())
                .containsExactly(
                        "candidate.disclose",
                        "candidate.read",
                        "candidate.write",
                        "catalog.read",
                        "certificate.read",
                        "certificate.sign",
                        "dispatch.read",
                        "fee.read",
                        "file.upload",
                        "identity.confirm",
                        "job.read",
                        "node.enrol",
                        "node.read",
                        "node.withdraw",
                        "organization.read",
                        "photo.read",
                        "photo.write",
                        "plan.read",
                        "printing.print",
                        "printing.read",
                        "registration.read",
                        "registration.write",
                        "result.appeal",
                        "result.read",
                        "script.read",
                        "seating.open",
                        "seating.read",
                        "site.apply",
                        "site.read",
                        "staffing.apply",
                        "staffing.assign",
                        "staffing.read");
    }

    @Test
    void cannotHaveADutyOfAnotherSortOfOrganisation() {
        refused("duties", () -> new Account("college01", "x", "hash", COLLEGE, Set.of(Duty.PLATFORM_OPERATOR)));
        refused("duties", () -> new Account("college01", "x", "hash", COLLEGE, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Hongke", "1college", "鸿科", "a b c", "x';--"})
    void aLoginIsPlainLowerCase(String login) {
        refused("login", () -> new Account(login, "x", "hash", COLLEGE, Set.of(Duty.COLLEGE_OFFICER)));
    }

    @Test
    void aPasswordHasTenCharacters() {
        refused("password", () -> Account.requireUsablePassword("123456789"));
        Account.requireUsablePassword("1234567890");
    }

    @Test
    void theOperatorSeesNoCandidateAndPublishesNothing() {
        assertThat(Duty.PLATFORM_OPERATOR.permissions()).doesNotContain("plan.write", "catalog.write");
    }

    @Test
    void onlyItemWritersSeeWhatIsAskedAndTheySeeNothingElse() {
        assertThat(Duty.ITEM_WRITER.at()).isEqualTo(OrganizationKind.AWARDING_BODY);
        assertThat(Duty.ITEM_WRITER.permissions())
                .containsExactlyInAnyOrder("paper.read", "paper.write", "paper.proof");
        for (var duty : Duty.values()) {
            assertThat(duty.permissions().contains("paper.read"))
                    .as(duty.name())
                    .isEqualTo(duty == Duty.ITEM_WRITER);
        }
        assertThat(Duty.EXAM_OFFICER.permissions()).contains("paper.list").doesNotContain("paper.write", "paper.proof");
    }

    @Test
    void markersMarkAndSeeNothingElse() {
        assertThat(Duty.MARKER.at()).isEqualTo(OrganizationKind.AWARDING_BODY);
        assertThat(Duty.MARKER.permissions()).containsExactly("marking.mark");
        for (var duty : Duty.values()) {
            assertThat(duty.permissions().contains("marking.mark"))
                    .as(duty.name())
                    .isEqualTo(duty == Duty.MARKER);
            assertThat(duty.permissions().contains("marking.read"))
                    .as(duty.name())
                    .isEqualTo(duty == Duty.EXAM_OFFICER);
        }
    }

    @Test
    void onlyTheBodyOpensScriptsAndSaysWhichOneCounts() {
        for (var duty : Duty.values()) {
            for (var permission : List.of("script.open", "script.decide")) {
                assertThat(duty.permissions().contains(permission))
                        .as(duty + " " + permission)
                        .isEqualTo(duty == Duty.EXAM_OFFICER);
            }
        }
    }

    private static void refused(String field, Runnable attempt) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.facts()).containsEntry("field", field));
    }
}
