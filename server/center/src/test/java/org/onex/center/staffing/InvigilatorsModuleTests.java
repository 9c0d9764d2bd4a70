package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.staffing.InvigilatorTests.assertRefused;
import static org.onex.center.staffing.StaffingFixtures.BETWEEN;
import static org.onex.center.staffing.StaffingFixtures.BODY;
import static org.onex.center.staffing.StaffingFixtures.COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.HONGKE;
import static org.onex.center.staffing.StaffingFixtures.OPERATOR;
import static org.onex.center.staffing.StaffingFixtures.OTHER_BODY;
import static org.onex.center.staffing.StaffingFixtures.OTHER_COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.phone;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invigilators in a real database: entered once however often, numbered once for ever, listed to whom they concern. */
@CenterTest
@Import({SeatingOnPaper.Configuration.class, StaffingDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvigilatorsModuleTests {

    private static final InvigilatorList.Filter ANY = new InvigilatorList.Filter(null, null, null);

    @LocalServerPort
    private int port;

    @Autowired
    private StaffingDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invigilators invigilators;

    @Autowired
    private InvigilatorList list;

    @Autowired
    private ApplyForInvigilators apply;

    @Autowired
    private DecideOnInvigilators decide;

    @Autowired
    private DisclosePhone disclose;

    @Autowired
    private InvigilatorViews views;

    @Autowired
    private OrganizationDirectory organizations;

    @BeforeAll
    void enterParties() {
        desk.publishNotice(port);
    }

    @BeforeEach
    void nobodyIsNamed() {
        desk.clear();
    }

    @Test
    void whatIsFoundIsWhatWasStoredInEveryState() {
        var pending = applied(1);
        assertStored(pending);
        var returned = decide.giveBack(pending.id(), 1, "请补充证书", BODY);
        assertStored(returned);
        assertStored(apply.revise(pending.id(), 2, before -> teacher(2, true), COLLEGE));
        assertStored(decide.approve(pending.id(), 3, BODY));
        assertStored(decide.retire(pending.id(), 4, "调离", BODY));
        assertThat(desk.acts(pending.id()))
                .containsExactly(
                        "staffing.apply",
                        "staffing.return",
                        "staffing.revise-application",
                        "staffing.approve",
                        "staffing.retire");
    }

    @Test
    void aPhoneIsReadableNeitherInTheDatabaseNorOnTheTrail() {
        applied(1);
        assertThat(jdbc.sql("""
                        select count(*) from staffing.invigilator
                        where position(convert_to(:phone, 'UTF8') in phone_sealed) > 0 or phone_hash like '%' || :phone || '%'
                        """).param("phone", phone(1)).query(Integer.class).single())
                .isZero();
        assertThat(desk.lastFacts("staffing.apply")).contains("监考1").doesNotContain(phone(1));
    }

    @Test
    void aPhoneIsDisclosedToThoseConcernedWhoSayWhyAndTheTrailNamesTheReasonOnly() {
        var pending = applied(1);
        for (var actor : List.of(COLLEGE, BODY)) {
            assertThat(disclose.disclose(pending.id(), " 通知监考培训 ", actor)).isEqualTo(phone(1));
        }
        assertThat(desk.lastFacts("staffing.disclose-phone"))
                .contains("\"通知监考培训\"")
                .doesNotContain(phone(1));
        for (var stranger : List.of(OTHER_COLLEGE, OTHER_BODY, OPERATOR)) {
            assertRefused("invigilator-unknown", () -> disclose.disclose(pending.id(), "通知监考培训", stranger));
        }
        assertRefused("disclosure-reason-missing", () -> disclose.disclose(pending.id(), " 看看 ", COLLEGE));
        assertRefused("invalid", () -> disclose.disclose(pending.id(), "x".repeat(501), COLLEGE));
        assertThat(desk.acts(pending.id()))
                .containsExactly("staffing.apply", "staffing.disclose-phone", "staffing.disclose-phone");
    }

    @Test
    void theSameRequestAgainEntersNobodyMore() throws Exception {
        var key = UUID.randomUUID();
        var outcomes = StaffingDesk.atOnce(
                Collections.nCopies(6, (Callable<?>) () -> apply.enter(key, BETWEEN, teacher(1), COLLEGE)));
        assertThat(outcomes).containsOnly("done");
        assertThat(list.count(ANY, COLLEGE)).isEqualTo(1);
        assertRefused("key-reused", () -> apply.enter(key, BETWEEN, teacher(2), COLLEGE));
        var stored = list.find(ANY, COLLEGE, "", 9).getFirst();
        assertThat(desk.acts(stored.id())).containsExactly("staffing.apply");
    }

    @Test
    void aCollegeNamesAPersonToABodyOnceUntilTheyRetire() throws Exception {
        var outcomes = StaffingDesk.atOnce(Collections.nCopies(
                4, (Callable<?>) () -> apply.enter(UUID.randomUUID(), BETWEEN, teacher(1), COLLEGE)));
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("staffing.already-applied"::equals).hasSize(3);

        var second = applied(2);
        assertRefused("already-applied", () -> apply.revise(second.id(), 1, before -> teacher(1), COLLEGE));
        apply.revise(second.id(), 1, before -> teacher(2), COLLEGE);
        decide.retire(second.id(), 2, "调离", COLLEGE);
        applied(2);
        apply.enter(UUID.randomUUID(), new Invigilator.Between("90001", "990000003"), teacher(1), COLLEGE);
    }

    @Test
    void whomTheBodyEntersOnBehalfIsApprovedAtOnce() {
        var entered = desk.enter("90001", HONGKE, teacher(1));
        assertThat(entered.isApproved()).isTrue();
        assertThat(entered.number()).isNotNull();
        assertStored(entered);
        assertThat(desk.acts(entered.id())).containsExactly("staffing.enter-on-behalf");
    }

    @Test
    void nobodyEntersForOthersOrForPartiesThatDoNotExist() {
        var nobody = UUID.randomUUID();
        for (var stranger : List.of(OTHER_COLLEGE, OTHER_BODY, OPERATOR)) {
            assertRefused("not-yours", () -> apply.enter(nobody, BETWEEN, teacher(1), stranger));
        }
        assertRefused(
                "awarding-body-unknown",
                () -> apply.enter(nobody, new Invigilator.Between("90001", "999999999"), teacher(1), COLLEGE));
        assertRefused(
                "college-unknown",
                () -> apply.enter(nobody, new Invigilator.Between("99999", HONGKE), teacher(1), BODY));
    }

    @Test
    void othersApplicationsCanNeitherBeSeenNorDecided() {
        var pending = applied(1);
        assertRefused("invigilator-unknown", () -> decide.approve(pending.id(), 1, OTHER_BODY));
        assertRefused("invigilator-unknown", () -> decide.retire(pending.id(), 1, "调离", OTHER_COLLEGE));
        assertRefused("invigilator-unknown", () -> apply.revise(pending.id(), 1, before -> teacher(2), OTHER_COLLEGE));
        assertRefused("not-yours", () -> decide.approve(pending.id(), 1, COLLEGE));
        assertStored(pending);
    }

    @Test
    void approvingTwiceKeepsTheNumberAndTwoDecisionsAtOnceAreOne() throws Exception {
        var pending = applied(1);
        var outcomes = StaffingDesk.atOnce(List.of(
                () -> decide.approve(pending.id(), 1, BODY), () -> decide.giveBack(pending.id(), 1, "不行", BODY)));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "staffing.changed");

        var other = applied(2);
        var approved = decide.approve(other.id(), 1, BODY);
        assertThat(decide.approve(other.id(), 1, BODY)).isEqualTo(approved);
        assertThat(desk.acts(other.id())).containsExactly("staffing.apply", "staffing.approve");
    }

    @Test
    void aNumberIsGivenOnceEvenIfItIsDrawnAgain() {
        var seen = new HashSet<InvigilatorNumber>();
        for (int round = 0; round < 20; round++) {
            assertThat(seen.add(invigilators.takeNumber(UUID.randomUUID(), new Random(1))))
                    .as("round %d", round)
                    .isTrue();
        }
    }

    @Test
    void theListPagesWithoutRepeatingOrSkipping() {
        var expected = new HashSet<UUID>();
        for (int i = 1; i <= 9; i++) {
            expected.add(applied(i).id());
        }
        // Three at a time came at the same moment.
        jdbc.sql("update staffing.invigilator set since = timestamptz '2024-04-22 01:00:00Z' where name < '监考4'")
                .update();
        var seen = new ArrayList<UUID>();
        var after = "";
        for (int page = 0; page < 5; page++) {
            var rows = list.find(ANY, COLLEGE, after, 2);
            rows.forEach(row -> seen.add(row.id()));
            after = InvigilatorList.key(rows.getLast());
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(list.find(ANY, COLLEGE, after, 2)).isEmpty();
        assertThat(list.count(ANY, COLLEGE)).isEqualTo(9);
    }

    @Test
    void everybodyIsListedWhatConcernsThem() {
        applied(1);
        desk.enter("90002", HONGKE, teacher(2));
        desk.enter("90001", "990000003", teacher(3));
        assertThat(names(ANY, COLLEGE)).containsExactlyInAnyOrder("监考1", "监考3");
        assertThat(names(ANY, OTHER_COLLEGE)).containsExactly("监考2");
        assertThat(names(ANY, BODY)).containsExactlyInAnyOrder("监考1", "监考2");
        assertThat(names(ANY, OTHER_BODY)).containsExactly("监考3");
        assertThat(names(ANY, OPERATOR)).isEmpty();
    }

    @Test
    void aPageNamesThePartiesOfEachLine() {
        applied(1);
        desk.enter("90002", HONGKE, teacher(2));
        var lines = views.of(list.find(ANY, BODY, "", 99));
        assertThat(lines)
                .extracting(
                        InvigilatorView::name,
                        line -> line.college().name(),
                        line -> line.awardingBody().name())
                .containsExactlyInAnyOrder(
                        tuple("监考1", "示范一职业技术学院", "北京鸿科经纬科技有限公司"), tuple("监考2", "示范二", "北京鸿科经纬科技有限公司"));
        assertThat(organizations.names(OrganizationKind.COLLEGE, List.of("90001", "99999")))
                .containsOnlyKeys("90001");
        assertThat(organizations.names(OrganizationKind.AWARDING_BODY, List.of()))
                .isEmpty();
    }

    @Test
    void isFoundByStateCollegeAndPartOfNameOrNumber() {
        applied(1);
        var approved = desk.enter("90002", HONGKE, teacher(2));
        assertThat(names(new InvigilatorList.Filter(Invigilator.State.PENDING, null, null), BODY))
                .containsExactly("监考1");
        assertThat(names(new InvigilatorList.Filter(null, "90002", null), BODY)).containsExactly("监考2");
        assertThat(names(new InvigilatorList.Filter(null, null, " 考1 "), BODY)).containsExactly("监考1");
        assertThat(names(new InvigilatorList.Filter(null, " ", "zs2"), BODY)).containsExactly("监考2");
        assertThat(names(new InvigilatorList.Filter(null, null, String.valueOf(approved.number())), BODY))
                .containsExactly("监考2");
        assertThat(list.count(new InvigilatorList.Filter(null, "90002", "考1"), BODY))
                .isZero();
    }

    private Invigilator applied(int number) {
        return apply.enter(UUID.randomUUID(), BETWEEN, teacher(number), COLLEGE);
    }

    private void assertStored(Invigilator expected) {
        assertThat(invigilators.find(expected.id())).contains(expected);
    }

    private List<String> names(InvigilatorList.Filter filter, Actor actor) {
        return list.find(filter, actor, "", 99).stream()
                .map(one -> one.particulars().name())
                .toList();
    }
}
