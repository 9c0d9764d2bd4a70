package org.onex.center.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/** The five documents as data: what they say, and each trap in them. */
class SeedNoticesTests {

    @Test
    void holdTwentySevenPlans() {
        assertThat(Stream.of(
                                SeedNotices.lianchuang(),
                                SeedNotices.zhongjiao(),
                                SeedNotices.aopai(),
                                SeedNotices.hongke(),
                                SeedNotices.handbook())
                        .map(notice -> notice.plans().size()))
                .containsExactly(14, 2, 5, 3, 3);
    }

    @Nested
    class Lianchuang2023 {

        private final Notice notice = SeedNotices.lianchuang();

        @Test
        void fourPlansShareOnePrintedNameButNoCode() {
            var tenth = notice.plans().stream()
                    .filter(plan -> plan.name().equals("2023年第十次全国统考"))
                    .toList();
            assertThat(tenth).extracting(Plan::sequence).containsExactly(10, 12, 13, 14);
            assertThat(notice.plans()).extracting(Plan::code).doesNotHaveDuplicates();
            assertThat(tenth)
                    .allSatisfy(plan ->
                            assertThat(codes(review(notice, plan).ofPlan())).contains(Warning.Code.NAME_REPEATED));
            assertThat(codes(review(notice, plan(notice, 9)).ofPlan())).doesNotContain(Warning.Code.NAME_REPEATED);
        }

        @Test
        void theThirdPlanHasNoPrintedNumber() {
            assertThat(notice.plans().subList(0, 4))
                    .extracting(Plan::printedNumber)
                    .containsExactly("1", "2", null, "4");
            assertThat(codes(review(notice, plan(notice, 3)).ofPlan())).contains(Warning.Code.PRINTED_NUMBER_MISSING);
            assertThat(codes(review(notice, plan(notice, 4)).ofPlan()))
                    .doesNotContain(Warning.Code.PRINTED_NUMBER_MISSING);
        }

        @Test
        void theFirstPlanIsWholeAlthoughItIsPrintedInTwoRows() {
            assertThat(plan(notice, 1).name()).isEqualTo("2023年第一次全国统考");
            assertThat(plan(notice, 1).offerings()).hasSize(4);
        }

        @Test
        void theSubjectsOfASessionOverlapAndLastAnHourEach() {
            var session = plan(notice, 1).offerings().getFirst().sessions().getFirst();
            assertThat(session.hasOverlappingSubjects()).isTrue();
            assertThat(session.windows())
                    .extracting(Plan.SubjectWindow::subjects, Plan.SubjectWindow::minutes)
                    .containsExactly(tuple(List.of(Subject.THEORY), 60), tuple(List.of(Subject.PRACTICAL), 60));
            assertThat(codes(review(notice, plan(notice, 1)).ofPlan())).contains(Warning.Code.SUBJECT_WINDOWS_OVERLAP);
        }

        @Test
        void theAdvancedLevelIsOfferedInFourPlansOnlyAndForOneQualification() {
            var plans = notice.plans().stream()
                    .filter(plan -> plan.offerings().stream().anyMatch(offering -> offering.level() == Level.ADVANCED))
                    .toList();
            assertThat(plans).extracting(Plan::sequence).containsExactly(11, 12, 13, 14);
            assertThat(NoticeReview.of(notice))
                    .filteredOn(warning -> warning.code() == Warning.Code.PRICED_NOT_OFFERED)
                    .extracting(Warning::facts)
                    .singleElement()
                    .satisfies(facts -> assertThat(facts)
                            .containsEntry("qualification", "移动互联网运营职业技能等级证书")
                            .containsEntry("level", "ADVANCED"));
        }

        @Test
        void anAliasOfTheQualificationIsUnderstoodAndNamed() {
            var offering = plan(notice, 14).offerings().stream()
                    .filter(it -> it.printedAs().equals("新媒体营销等职业技能等级证书"))
                    .toList();
            assertThat(offering).extracting(it -> it.qualification().code()).containsOnly("XMTYX");
            assertThat(codes(review(notice, plan(notice, 14)).ofPlan())).contains(Warning.Code.PRINTED_ALIAS);
        }

        @Test
        void theDeadlineIsAssumedSevenWorkingDaysBeforeAndIsAlsoTheDayToPay() {
            var plan = plan(notice, 1);
            assertThat(plan.deadline().date()).isEqualTo("2023-05-06");
            assertThat(plan.deadline().origin().kind()).isEqualTo(Origin.Kind.ASSUMED);
            assertThat(plan.paymentDue()).isNotNull().satisfies(due -> {
                assertThat(due.date()).isEqualTo("2023-05-06");
                assertThat(due.origin()).isEqualTo(new Origin(Origin.Kind.RULE, "二.6", null));
            });
            assertThat(codes(review(notice, plan).ofDeadline())).containsExactly(Warning.Code.DEADLINE_IS_PAYMENT_DUE);
        }

        @Test
        void printsNoPublicityAndThereforeCannotBePublishedYet() {
            assertThat(notice.missing()).hasSize(14).allMatch(missing -> missing.what() == StageKind.PUBLICITY);
        }

        @Test
        void theTextForTheFirstExamGovernsAllPlansAndSaysSo() {
            assertThat(NoticeReview.of(notice))
                    .filteredOn(warning -> warning.code() == Warning.Code.READ_OTHERWISE)
                    .anySatisfy(warning ->
                            assertThat(warning.facts().get("says").toString()).contains("首次考试"));
        }

        @Test
        void takesJpegPhotosOnly() {
            assertThat(plan(notice, 1).photo()).isNotNull().satisfies(photo -> {
                assertThat(photo.formats()).containsExactly("jpg");
                assertThat(photo.width()).isEqualTo(295);
                assertThat(photo.height()).isEqualTo(413);
            });
        }
    }

    @Nested
    class Zhongjiao2023 {

        private final Notice notice = SeedNotices.zhongjiao();

        @Test
        void bothSubjectsShareOneBlockWithoutADuration() {
            var window = onlyWindow(plan(notice, 1), Level.INTERMEDIATE);
            assertThat(window.subjects()).containsExactly(Subject.THEORY, Subject.PRACTICAL);
            assertThat(window.opens()).hasToString("08:30");
            assertThat(window.closes()).hasToString("11:30");
            assertThat(window.minutes()).isNull();
        }

        @Test
        void machinesAreSetUpBeforeTheDeadline() {
            assertThat(stageCodes(notice, plan(notice, 1), StageKind.SETUP))
                    .containsExactly(Warning.Code.SETUP_BEFORE_DEADLINE);
        }

        @Test
        void theLevelsDoNotOverlap() {
            assertThat(codes(review(notice, plan(notice, 1)).ofPlan())).doesNotContain(Warning.Code.LEVELS_OVERLAP);
        }

        @Test
        void printsNoDayToPay() {
            assertThat(plan(notice, 1).paymentDue()).isNull();
        }
    }

    @Nested
    class Aopai2024 {

        private final Notice notice = SeedNotices.aopai();

        @Test
        void twoQualificationsShareAllSlotsOnTwoDaysOfWhichACandidateGetsOne() {
            var plan = plan(notice, 1);
            assertThat(plan.offerings())
                    .hasSize(4)
                    .allSatisfy(offering -> assertThat(offering.sessions()).hasSize(2));
            assertThat(plan.examDates()).containsExactly(LocalDate.of(2024, 9, 26), LocalDate.of(2024, 9, 27));
        }

        @Test
        void bothLevelsSitBothSubjectsAlthoughTheCellsAreMerged() {
            assertThat(plan(notice, 1).offerings())
                    .allSatisfy(offering -> assertThat(offering.sessions())
                            .allSatisfy(session -> assertThat(session.windows())
                                    .extracting(window -> window.subjects().getFirst())
                                    .containsExactly(Subject.THEORY, Subject.PRACTICAL)));
        }

        @Test
        void thePrintedDeadlineHoldsAgainstTheFourteenDayRuleAndIsAWarningInEveryPlan() {
            var expected = Map.of(
                    1, List.of("2024-09-14", "2024-09-12"),
                    2, List.of("2024-10-12", "2024-10-11"),
                    3, List.of("2024-11-09", "2024-11-08"),
                    4, List.of("2024-11-23", "2024-11-22"),
                    5, List.of("2024-12-07", "2024-12-06"));
            expected.forEach((sequence, dates) -> {
                var plan = plan(notice, sequence);
                assertThat(plan.deadline().date()).isEqualTo(dates.getFirst());
                assertThat(review(notice, plan).ofDeadline().getFirst())
                        .isEqualTo(PlanReview.warning(
                                Warning.Code.PRINTED_BREAKS_RULE,
                                "rule",
                                "-14 d",
                                "computed",
                                LocalDate.parse(dates.getLast()),
                                "printed",
                                LocalDate.parse(dates.getFirst())));
            });
        }

        @Test
        void theFirstDeadlineIsAlsoTheDayToPay() {
            assertThat(codes(review(notice, plan(notice, 1)).ofDeadline()))
                    .contains(Warning.Code.DEADLINE_IS_PAYMENT_DUE);
        }

        @Test
        void certificatesFiveDaysAfterTheExamAreReadAsFiveDaysAfterThePublicity() {
            var certificates = plan(notice, 1).stage(StageKind.CERTIFICATES).orElseThrow();
            assertThat(certificates.ruleFrom()).isEqualTo("2024-10-02");
            assertThat(certificates.from()).isEqualTo("2024-10-16");
            assertThat(codes(review(notice, plan(notice, 1)).ofStage(certificates)))
                    .containsExactly(Warning.Code.RULE_READ_OTHERWISE, Warning.Code.CERTIFICATES_BEFORE_PUBLICITY_ENDS);
        }

        @Test
        void theExamDayOfOnePlanIsTheDeadlineOfTheNext() {
            assertThat(review(notice, plan(notice, 4)).ofDeadline())
                    .filteredOn(warning -> warning.code() == Warning.Code.DEADLINE_ON_EXAM_DAY)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.facts()).containsEntry("otherPlan", "第五次统考"));
        }

        @Test
        void theAdvancedLevelIsPricedButNeverOffered() {
            assertThat(NoticeReview.of(notice))
                    .filteredOn(warning -> warning.code() == Warning.Code.PRICED_NOT_OFFERED)
                    .hasSize(2)
                    .allSatisfy(warning -> assertThat(warning.facts()).containsEntry("amount", "300.00"));
        }

        @Test
        void hasTwelveRegionalContactsAndAGroupForEachPlan() {
            assertThat(notice.contacts())
                    .filteredOn(contact -> !contact.regions().isEmpty())
                    .hasSize(12)
                    .first()
                    .satisfies(contact -> assertThat(contact.regions()).containsExactly("京", "津", "蒙"));
            assertThat(notice.groups()).extracting(Notice.Group::plan).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Nested
    class Hongke2024 {

        private final Notice notice = SeedNotices.hongke();

        @Test
        void theFirstPlanIsExaminedOn18MayAndClosesOn29April() {
            var plan = plan(notice, 1);
            assertThat(plan.examDates()).containsExactly(LocalDate.of(2024, 5, 18));
            assertThat(plan.deadline().closesAt()).isEqualTo("2024-04-29T16:00:00Z");
            assertThat(onlyWindow(plan, Level.ELEMENTARY).window().opens()).isEqualTo("2024-05-18T06:00:00Z");
            assertThat(onlyWindow(plan, Level.INTERMEDIATE).window().closes()).isEqualTo("2024-05-18T03:45:00Z");
        }

        @Test
        void advancedAndElementaryOverlapInTheThirdPlanOnly() {
            assertThat(review(notice, plan(notice, 3)).ofPlan())
                    .filteredOn(warning -> warning.code() == Warning.Code.LEVELS_OVERLAP)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.facts())
                            .containsEntry("one", "ELEMENTARY")
                            .containsEntry("other", "ADVANCED"));
            assertThat(codes(review(notice, plan(notice, 1)).ofPlan())).doesNotContain(Warning.Code.LEVELS_OVERLAP);
        }

        @Test
        void ticketsOpenBeforeSeatingEndsInEveryPlan() {
            assertThat(notice.plans())
                    .allSatisfy(plan -> assertThat(stageCodes(notice, plan, StageKind.TICKETS))
                            .containsExactly(Warning.Code.TICKETS_BEFORE_SEATING_ENDS));
        }

        @Test
        void seatingOfTheFirstPlanIsSqueezedIntoTheMayHoliday() {
            var seating = plan(notice, 1).stage(StageKind.SEATING).orElseThrow();
            assertThat(review(notice, plan(notice, 1)).ofStage(seating))
                    .singleElement()
                    .satisfies(warning -> {
                        assertThat(warning.code()).isEqualTo(Warning.Code.WINDOW_MOSTLY_HOLIDAY);
                        assertThat(warning.facts())
                                .containsEntry("holidays", 5L)
                                .containsEntry("workingDays", 1L);
                    });
        }

        @Test
        void theElementaryLevelCostsMoreThanTheIntermediate() {
            assertThat(NoticeReview.of(notice))
                    .filteredOn(warning -> warning.code() == Warning.Code.LOWER_LEVEL_DEARER)
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.facts())
                            .containsEntry("amount", "380.00")
                            .containsEntry("aboveAmount", "360.00"));
        }

        @Test
        void whatIsNotPrintedIsAbsent() {
            var plan = plan(notice, 1);
            assertThat(plan.paymentDue()).isNull();
            assertThat(plan.photo()).isNull();
            assertThat(plan.stage(StageKind.REGISTRATION).orElseThrow().from()).isNull();
            assertThat(plan.stage(StageKind.CERTIFICATES).orElseThrow().to()).isNull();
            assertThat(onlyWindow(plan, Level.ELEMENTARY).minutes()).isNull();
        }
    }

    @Nested
    class Handbook2021 {

        private final Notice notice = SeedNotices.handbook();

        @Test
        void hoursAreAssumedAndDatesArePrinted() {
            var window = onlyWindow(plan(notice, 1), Level.ELEMENTARY);
            assertThat(window.origin().kind()).isEqualTo(Origin.Kind.ASSUMED);
            assertThat(window.valueOrigins().get("date")).isEqualTo(Origin.printed("十"));
        }

        @Test
        void publicityEndsOnTheDayOnWhichCertificatesStart() {
            assertThat(stageCodes(notice, plan(notice, 1), StageKind.CERTIFICATES))
                    .containsExactly(Warning.Code.CERTIFICATES_BEFORE_PUBLICITY_ENDS);
        }

        @Test
        void thePlanHasAnotherNameInTheText() {
            assertThat(codes(review(notice, plan(notice, 1)).ofPlan())).containsExactly(Warning.Code.NAME_DIFFERS);
        }

        @Test
        void pngPhotosAreAllowedHere() {
            assertThat(plan(notice, 1).photo())
                    .isNotNull()
                    .satisfies(photo -> assertThat(photo.formats()).containsExactly("jpg", "png"));
        }
    }

    @Test
    void noPhoneNumberOfTheDocumentsIsARealOne() {
        for (var notice : List.of(
                SeedNotices.lianchuang(),
                SeedNotices.zhongjiao(),
                SeedNotices.aopai(),
                SeedNotices.hongke(),
                SeedNotices.handbook())) {
            assertThat(notice.contacts())
                    .isNotEmpty()
                    .allSatisfy(contact ->
                            assertThat(contact.phone()).matches("120\\d{8}|0\\d{2,3}-000\\d{5}|400-000-\\d{4}"));
        }
    }

    private static Plan plan(Notice notice, int sequence) {
        return notice.plans().get(sequence - 1);
    }

    private static Plan.SubjectWindow onlyWindow(Plan plan, Level level) {
        var sessions = plan.offerings().stream()
                .filter(offering -> offering.level() == level)
                .findFirst()
                .orElseThrow()
                .sessions();
        assertThat(sessions).hasSize(1);
        assertThat(sessions.getFirst().windows()).hasSize(1);
        return sessions.getFirst().windows().getFirst();
    }

    private static PlanReview review(Notice notice, Plan plan) {
        return new PlanReview(notice, plan, SeedNotices.CALENDAR);
    }

    private static List<Warning.Code> stageCodes(Notice notice, Plan plan, StageKind kind) {
        return codes(review(notice, plan).ofStage(plan.stage(kind).orElseThrow()));
    }

    private static List<Warning.Code> codes(List<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }
}
