package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateFixtures.IN_TIME;
import static org.onex.center.certificate.CertificateFixtures.drawn;
import static org.onex.center.certificate.CertificateFixtures.drawnIssue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;

class IssueTests {

    private final Issue issue = drawnIssue().holding(List.of(drawn("张示范"), drawn("李示范")), IN_TIME);

    private Signature of(Party party, Instant at) {
        return new Signature(party, "", "", "", at, issue.digest());
    }

    @ParameterizedTest
    @EnumSource
    void isReadyOnceBothHaveSignedInWhicheverOrder(Party first) {
        var second = first == Party.COLLEGE ? Party.AWARDING_BODY : Party.COLLEGE;
        var half = issue.signed(of(first, IN_TIME));
        assertThat(half.state()).isEqualTo(Issue.State.HALF_SIGNED);
        assertThat(half.isSignedByBoth()).isFalse();
        var both = half.signed(of(second, IN_TIME));
        assertThat(both.state()).isEqualTo(Issue.State.SIGNED);
        assertThat(both.signatures()).extracting(Signature::party).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void isSignedByNobodyTwice(Party party) {
        var half = issue.signed(of(party, IN_TIME));
        assertRefused("already-signed", () -> half.signed(of(party, IN_TIME)));
    }

    @Test
    void isNotSignedByWhoLookedAtSomethingElse() {
        var other =
                new Signature(Party.COLLEGE, "", "", "", IN_TIME, drawnIssue().digest());
        assertRefused("changed", () -> issue.signed(other));
    }

    @Test
    void isNotSignedWhileNobodyIsInIt() {
        var empty = drawnIssue();
        var given = new Signature(Party.COLLEGE, "", "", "", IN_TIME, empty.digest());
        assertRefused("nothing-to-sign", () -> empty.signed(given));
    }

    @Test
    void takesNobodyInFromTheFirstSignatureOn() {
        var half = issue.signed(of(Party.COLLEGE, IN_TIME));
        assertThatIllegalStateException().isThrownBy(() -> half.holding(List.of(drawn("王示范")), IN_TIME));
    }

    @Test
    void printsTheDayInBeijingOnWhichTheSecondSigned() {
        var both = issue.signed(of(Party.AWARDING_BODY, Instant.parse("2024-06-21T15:59:59Z")))
                .signed(of(Party.COLLEGE, Instant.parse("2024-06-21T16:00:00Z")));
        assertThat(both.issuedOn()).isEqualTo(LocalDate.of(2024, 6, 22));
        var half = issue.signed(of(Party.AWARDING_BODY, IN_TIME));
        assertThatIllegalStateException().isThrownBy(half::issuedOn);
    }

    @Test
    void keepsTheAddressOfItsFirstFilesWhenTheyAreBegunAgain() {
        var both = issue.signed(of(Party.AWARDING_BODY, IN_TIME)).signed(of(Party.COLLEGE, IN_TIME));
        var again = both.inWork(UUID.randomUUID(), "one").inWork(UUID.randomUUID(), "other");
        assertThat(again.course().verifyAddress()).isEqualTo("one");
        assertThat(again.signedAt()).isEqualTo(IN_TIME);
    }

    @Test
    void isOverseenByItsPartiesAndWhoeverRunsTheInstallation() {
        var operator = new Actor("operator", "", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));
        assertThat(issue.isOverseenBy(operator)).isTrue();
        assertThat(issue.isVisibleTo(operator)).as("who is in it").isFalse();
        assertThat(issue.isOverseenBy(CertificateFixtures.college())).isTrue();
        assertThat(issue.isOverseenBy(CertificateFixtures.otherBody())).isFalse();
    }

    @Test
    void isIssuedOnlyAfterBothHaveSignedAndOnce() {
        var half = issue.signed(of(Party.AWARDING_BODY, IN_TIME));
        assertThatIllegalStateException().isThrownBy(() -> half.issued(IN_TIME));
        var issued = half.signed(of(Party.COLLEGE, IN_TIME)).issued(IN_TIME);
        assertThat(issued.state()).isEqualTo(Issue.State.ISSUED);
        assertThatIllegalStateException().isThrownBy(() -> issued.issued(IN_TIME));
    }

    @Test
    void isSeenByItsTwoPartiesOnly() {
        assertThat(issue.isVisibleTo(CertificateFixtures.officer())).isTrue();
        assertThat(issue.isVisibleTo(CertificateFixtures.college())).isTrue();
        assertThat(issue.isVisibleTo(CertificateFixtures.otherBody())).isFalse();
        assertThat(issue.isVisibleTo(CertificateFixtures.otherCollege())).isFalse();
    }
}
