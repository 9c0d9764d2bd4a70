package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.registration.RegistrationFixtures.COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.DEADLINE;
import static org.onex.center.registration.RegistrationFixtures.MEDIA;
import static org.onex.center.registration.RegistrationFixtures.MEDIA_SITE;
import static org.onex.center.registration.RegistrationFixtures.OFFICER;
import static org.onex.center.registration.RegistrationFixtures.OTHER_COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.OTHER_OFFICER;
import static org.onex.center.registration.RegistrationFixtures.OTHER_SITE;
import static org.onex.center.registration.RegistrationFixtures.SHOP;
import static org.onex.center.registration.RegistrationFixtures.SITE;
import static org.onex.center.registration.RegistrationFixtures.SPRING;
import static org.onex.center.registration.RegistrationFixtures.number;
import static org.onex.center.registration.RegistrationFixtures.offered;
import static org.onex.center.registration.RegistrationFixtures.on;
import static org.onex.center.registration.RegistrationFixtures.plan;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.CenterTest;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.InformationState;
import org.onex.center.catalog.Level;
import org.onex.center.intake.IntakeRow;
import org.onex.center.intake.IntakeRow.Verdict;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteOutline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each reason for which a row of the workbook is refused, at the cell that is to blame. */
@CenterTest
@Import(RegistrationDesk.class)
class RefusalsModuleTests {

    @Autowired
    private ObjectProvider<RegistrationDesk> desks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private RegistrationDesk desk;

    @BeforeEach
    void open() {
        desk = desks.getObject();
        desk.open();
    }

    @Test
    void aSoundRowIsNotRefused() {
        desk.roster.enrol(1, COLLEGE);
        assertThat(desk.refusals(row(1), OFFICER)).isEmpty();
    }

    @Test
    void enteringAgainWhatIsRegisteredWritesNothing() {
        desk.roster.enrol(1, COLLEGE);
        var first = entered(row(1));
        assertThat(first.verdict()).isEqualTo(Verdict.ADDED);
        var written = stored();
        var second = entered(row(1));
        assertThat(second.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(second.isEntered()).isTrue();
        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(stored()).isEqualTo(written);
    }

    private IntakeRow entered(Map<RegistrationField, String> row) {
        var values = new HashMap<String, String>();
        row.forEach((field, text) -> values.put(field.name(), text));
        var read = IntakeRow.read(2, values, List.of());
        return desk.inTransaction(() -> desk.workbook.enter(List.of(read), OFFICER))
                .getFirst();
    }

    /** Which transaction wrote each row that is there. */
    private List<String> stored() {
        return jdbc.sql("""
                select 'registration ' || id || ' ' || xmin from registration.registration
                union all select 'entry ' || registration_id || ' ' || subject || ' ' || xmin from registration.entry order by 1
                """).query(String.class).list();
    }

    @Test
    void namesMayBeCodes() {
        desk.roster.enrol(1, COLLEGE);
        var row = row(1);
        row.put(RegistrationField.PLAN, SPRING.code());
        row.put(RegistrationField.QUALIFICATION, SHOP);
        row.put(RegistrationField.SITE, SITE.id().toString());
        assertThat(desk.refusals(row, OFFICER)).isEmpty();
    }

    @Test
    void whoeverIsOnAnotherCollegesRosterIsUnknown() {
        desk.roster.enrol(1, OTHER_COLLEGE);
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("ID_NUMBER CANDIDATE_UNKNOWN");
    }

    @Test
    void whatTheRosterSaysOtherwiseIsRefused() {
        desk.roster.enrol(1, COLLEGE, CandidateKind.PUBLIC, InformationState.ACCURATE);
        assertThat(desk.refusals(with(row(1), RegistrationField.NAME, "张三"), OFFICER))
                .containsExactly("NAME NAME_DIFFERS", "KIND KIND_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource({
        "INCOMPLETE,INFORMATION_INCOMPLETE",
        "PHOTO_MISSING,PHOTO_MISSING",
        "PENDING,INFORMATION_PENDING",
        "DOUBTFUL,INFORMATION_DOUBTFUL"
    })
    void whoeverIsNotAccurateIsRefused(InformationState state, String code) {
        desk.roster.enrol(1, COLLEGE, CandidateKind.COLLEGE, state);
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("ID_NUMBER " + code);
    }

    @ParameterizedTest
    @CsvSource({"PLAN,2024年春季统考,PLAN_UNKNOWN", "QUALIFICATION,网店运营推广,QUALIFICATION_UNKNOWN", "SITE,网店考点,SITE_UNKNOWN"})
    void aNameThatNobodyBearsExactlyIsUnknown(RegistrationField field, String text, String code) {
        desk.roster.enrol(1, COLLEGE);
        assertThat(desk.refusals(with(row(1), field, text), OFFICER)).containsExactly(field + " " + code);
    }

    @Test
    void anAmbiguousNameIsRefusedWithTheCodesThatCanBeMeant() {
        desk.offer(plan(
                "HK-2024-1-99",
                SPRING.name(),
                "hongke",
                offered(SHOP, Level.ELEMENTARY, on(RegistrationFixtures.EXAM_DAY.plusDays(30), "14:00", "17:45"))));
        desk.roster.enrol(1, COLLEGE);
        var refusal =
                desk.read.rows(java.util.List.of(row(1)), OFFICER).getFirst().refusals();
        assertThat(refusal).hasSize(1);
        assertThat(refusal.getFirst().code()).isEqualTo(RegistrationRefused.Code.PLAN_AMBIGUOUS);
        assertThat(refusal.getFirst().facts().get("plans"))
                .isEqualTo(java.util.List.of("HK-2024-1-01 2024-05-18", "HK-2024-1-99 2024-05-18"));
    }

    @Test
    void aNameThatTwoBodiesUseIsToldApartByTheQualification() {
        desk.offer(plan(
                "AP-2024-1-99",
                SPRING.name(),
                "aopai",
                offered(MEDIA, Level.ELEMENTARY, on(RegistrationFixtures.EXAM_DAY, "14:00", "17:45"))));
        desk.roster.enrol(1, COLLEGE);
        assertThat(desk.refusals(row(1), OFFICER)).isEmpty();
    }

    @Test
    void aLevelOrQualificationThatIsNotOfferedIsRefused() {
        desk.roster.enrol(1, COLLEGE);
        var other = plan(
                "HK-2024-1-02",
                "只考初级",
                "hongke",
                offered(SHOP, Level.ELEMENTARY, on(RegistrationFixtures.EXAM_DAY, "14:00", "17:45")));
        desk.offer(other);
        var row = with(row(1), RegistrationField.PLAN, other.code());
        assertThat(desk.refusals(with(row, RegistrationField.LEVEL, "高级"), OFFICER))
                .containsExactly("LEVEL LEVEL_NOT_OFFERED");
        var media = with(row, RegistrationField.QUALIFICATION, MEDIA);
        assertThat(desk.refusals(media, OFFICER)).containsExactly("QUALIFICATION QUALIFICATION_NOT_OFFERED");
    }

    @Test
    void aSiteThatCannotBeIsRefused() {
        desk.roster.enrol(1, COLLEGE);
        assertThat(desk.refusals(with(row(1), RegistrationField.SITE, OTHER_SITE.name()), OFFICER))
                .containsExactly("SITE HOSTING_NOT_AGREED");
        assertThat(desk.refusals(with(row(1), RegistrationField.SITE, MEDIA_SITE.name()), OFFICER))
                .containsExactly("SITE SITE_OTHER_QUALIFICATION");
        desk.offers.with(new SiteOutline(SITE.id(), SITE.name(), COLLEGE, SHOP, false, 60));
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("SITE SITE_NOT_APPROVED");
    }

    @Test
    void sitesOfOneNameAreToldApartByTheQualificationOnceThatIsClear() {
        desk.roster.enrol(1, COLLEGE);
        desk.offers.with(new SiteOutline(MEDIA_SITE.id(), SITE.name(), COLLEGE, MEDIA, true, 60));
        assertThat(desk.refusals(row(1), OFFICER)).isEmpty();
        assertThat(desk.refusals(with(row(1), RegistrationField.QUALIFICATION, "网店运营"), OFFICER))
                .containsExactly("QUALIFICATION QUALIFICATION_UNKNOWN");
        desk.offers.with(new SiteOutline(MEDIA_SITE.id(), SITE.name(), COLLEGE, SHOP, true, 60));
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("SITE SITE_AMBIGUOUS");
    }

    @Test
    void whomTheNoticeDoesNotAdmitIsRefused() {
        desk.offers.with(RegistrationFixtures.admitting(SPRING, new PlanOutline.Admission(true, false, false)));
        desk.roster.enrol(1, OTHER_COLLEGE, CandidateKind.PUBLIC, InformationState.ACCURATE);
        var row = row(1);
        row.put(RegistrationField.KIND, "社会考生");
        row.put(RegistrationField.COLLEGE, RegistrationFixtures.nameOf(OTHER_COLLEGE));
        row.put(RegistrationField.SITE, OTHER_SITE.name());
        assertThat(desk.refusals(row, OTHER_OFFICER))
                .containsExactly("KIND KIND_NOT_ADMITTED", "COLLEGE COLLEGE_NOT_ADMITTED");
    }

    @Test
    void aPhotoThatIsNotAsThePlanDemandsIsRefused() {
        desk.offers.with(RegistrationFixtures.withPhotosOf(SPRING, "jpg"));
        desk.roster.photographed(desk.roster.enrol(1, COLLEGE), "png");
        desk.roster.photographed(desk.roster.enrol(2, COLLEGE), "jpg");
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("ID_NUMBER PHOTO_UNFIT");
        assertThat(desk.refusals(row(2), OFFICER)).isEmpty();
    }

    @Test
    void aNameIsTheSameHoweverItsBlanksAreWritten() {
        desk.roster.enrol(1, COLLEGE);
        assertThat(desk.refusals(with(row(1), RegistrationField.NAME, "考　生1"), OFFICER))
                .isEmpty();
    }

    @Test
    void onesOwnSiteIsMeantWhenAnotherCollegeHasOneOfTheSameName() {
        desk.roster.enrol(1, COLLEGE);
        var theirs = RegistrationFixtures.siteOf(OTHER_COLLEGE, "SAME");
        desk.offers.with(new SiteOutline(theirs.id(), SITE.name(), OTHER_COLLEGE, SHOP, true, 60));
        assertThat(desk.refusals(row(1), OFFICER)).isEmpty();
    }

    @Test
    void twoSpellingsOfOneWishInOneWorkbookRegisterThePersonOnce() {
        var either = plan(
                "AP-2024-1-02",
                "两天任选",
                "aopai",
                offered(
                        SHOP,
                        Level.ELEMENTARY,
                        on(RegistrationFixtures.EXAM_DAY, "14:00", "16:00"),
                        on(RegistrationFixtures.EXAM_DAY.plusDays(1), "09:00", "11:00")));
        desk.offer(either);
        desk.roster.enrol(1, COLLEGE);
        var byName = with(row(1), RegistrationField.PLAN, either.name());
        var byCode = with(row(1), RegistrationField.PLAN, either.code());
        var judgements = desk.inTransaction(
                () -> desk.register.register(() -> desk.read.rows(java.util.List.of(byName, byCode), OFFICER)));
        assertThat(judgements.getFirst().isNew()).isTrue();
        assertThat(judgements.getLast().refusals())
                .extracting(Refusal::code)
                .containsExactly(RegistrationRefused.Code.DUPLICATE);
    }

    @Test
    void nobodyLearnsBeforeAPersonIsConfirmedWhereTheyAreRegistered() {
        desk.register(desk.roster.enrol(1, OTHER_COLLEGE), RegistrationFixtures.elementary());
        desk.roster.enrol(1, COLLEGE, CandidateKind.COLLEGE, InformationState.PENDING);
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("ID_NUMBER INFORMATION_PENDING");
    }

    @Test
    void aCertificateThatNobodyHasIsNamedAsSuch() {
        var who = desk.roster.enrol(1, COLLEGE);
        var judgement = desk.register(who, new OfferingKey(SPRING.code(), "NONE", Level.ELEMENTARY));
        assertThat(judgement.refusals())
                .extracting(Refusal::code)
                .contains(RegistrationRefused.Code.QUALIFICATION_UNKNOWN);
    }

    @Test
    void afterTheDeadlineARowIsTooLate() {
        desk.roster.enrol(1, COLLEGE);
        desk.time.set(DEADLINE);
        assertThat(desk.refusals(row(1), OFFICER)).containsExactly("PLAN CLOSED");
    }

    private static EnumMap<RegistrationField, String> row(int person) {
        var row = new EnumMap<RegistrationField, String>(RegistrationField.class);
        row.put(RegistrationField.NAME, "考生" + person);
        row.put(RegistrationField.ID_NUMBER, number(person).value());
        row.put(RegistrationField.KIND, "院校考生");
        row.put(RegistrationField.COLLEGE, RegistrationFixtures.nameOf(COLLEGE));
        row.put(RegistrationField.SITE, SITE.name());
        row.put(RegistrationField.PLAN, SPRING.name());
        row.put(RegistrationField.QUALIFICATION, SHOP + "职业技能等级证书");
        row.put(RegistrationField.LEVEL, "初级");
        return row;
    }

    private static EnumMap<RegistrationField, String> with(
            Map<RegistrationField, String> row, RegistrationField field, String text) {
        var other = new EnumMap<>(row);
        other.put(field, text);
        return other;
    }
}
