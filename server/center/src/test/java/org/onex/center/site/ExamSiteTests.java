package org.onex.center.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.site.SiteFixtures.BODY;
import static org.onex.center.site.SiteFixtures.COLLEGE;
import static org.onex.center.site.SiteFixtures.MONDAY;
import static org.onex.center.site.SiteFixtures.OFFICER;
import static org.onex.center.site.SiteFixtures.OPERATOR;
import static org.onex.center.site.SiteFixtures.OTHER_BODY;
import static org.onex.center.site.SiteFixtures.OTHER_COLLEGE;
import static org.onex.center.site.SiteFixtures.SHOPS;
import static org.onex.center.site.SiteFixtures.approved;
import static org.onex.center.site.SiteFixtures.complete;
import static org.onex.center.site.SiteFixtures.details;
import static org.onex.center.site.SiteFixtures.draft;
import static org.onex.center.site.SiteFixtures.oneInEachState;
import static org.onex.center.site.SiteFixtures.pending;
import static org.onex.center.site.SiteFixtures.returned;
import static org.onex.center.site.SiteFixtures.room;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.center.organization.CollegeOutline;

class ExamSiteTests {

    private static final String LATER_OPINION = "机位不足";

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SiteRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("site." + code));
    }

    @Nested
    class Beginning {
        @Test
        void belongsToTheCollegeAndIsDecidedByTheOwnerOfTheQualification() {
            var site = draft();
            assertThat(site.state()).isEqualTo(ExamSite.State.DRAFT);
            assertThat(site.college()).isEqualTo("90001");
            assertThat(site.province()).isEqualTo("安徽");
            assertThat(site.awardingBody()).isEqualTo("990000004");
            assertThat(site.since()).isEqualTo(MONDAY);
        }

        @Test
        void isForPilotCollegesOnly() {
            var other = new CollegeOutline("90006", "示范六信息工程学院", "广东", false);
            assertRefused("not-pilot", () -> ExamSite.begun(UUID.randomUUID(), other, SHOPS, complete(), MONDAY));
        }
    }

    @Nested
    class Submitting {
        @Test
        void makesItWaitFromThatMomentOn() {
            var tuesday = MONDAY.plus(Duration.ofDays(1));
            var site = draft().submitted(1, OFFICER, tuesday);
            assertThat(site.state()).isEqualTo(ExamSite.State.PENDING);
            assertThat(site.since()).isEqualTo(tuesday);
            assertThat(site.version()).isEqualTo(2);
        }

        @Test
        void twiceIsTheSameAsOnce() {
            var site = pending();
            assertThat(site.submitted(1, OFFICER, MONDAY.plusSeconds(9))).isSameAs(site);
        }

        @Test
        void needsARoomWithAMachine() {
            for (var rooms : List.of(details(), details(room("301室", 0, 0)))) {
                var site = ExamSite.begun(UUID.randomUUID(), COLLEGE, SHOPS, rooms, MONDAY);
                assertThatExceptionOfType(SiteRefused.class)
                        .isThrownBy(() -> site.submitted(1, OFFICER, MONDAY))
                        .satisfies(
                                e -> assertThat(e.facts()).containsEntry("missing", List.of(SiteDetails.Part.ROOMS)));
            }
        }

        @Test
        void needsAnAddressAndSomebodyWhoAnswers() {
            var bare = new SiteDetails("考点", " ", new SiteManager("张示范", ""), List.of(room("301室", 1, 0)));
            var site = ExamSite.begun(UUID.randomUUID(), COLLEGE, SHOPS, bare, MONDAY);
            assertThatExceptionOfType(SiteRefused.class)
                    .isThrownBy(() -> site.submitted(1, OFFICER, MONDAY))
                    .satisfies(e -> assertThat(e.facts())
                            .containsEntry("missing", List.of(SiteDetails.Part.ADDRESS, SiteDetails.Part.MANAGER)));
        }

        @Test
        void withdrawsTheOpinionOnceItWasHeeded() {
            assertThat(returned().submitted(3, OFFICER, MONDAY).opinion()).isNull();
        }

        @Test
        void isNotPossibleOnceDecided() {
            assertRefused("wrong-state", () -> approved().submitted(3, OFFICER, MONDAY));
        }

        @Test
        void ofAVersionThatNobodySeesAnyMoreIsRefused() {
            var revised = draft().revised(complete(), 1, OFFICER);
            assertRefused("changed", () -> revised.submitted(1, OFFICER, MONDAY));
        }
    }

    @Nested
    class Revising {
        @Test
        void keepsTheStateAndTheOpinionUntilItIsSubmittedAgain() {
            var site = returned().revised(details(room("401室", 80, 4)), 3, OFFICER);
            assertThat(site.state()).isEqualTo(ExamSite.State.RETURNED);
            assertThat(site.opinion()).isEqualTo("请补充机房位置");
            assertThat(site.details().machines()).isEqualTo(80);
        }

        @Test
        void isPossibleOnlyWhileNobodyElseHasItsPaper() {
            assertThat(oneInEachState())
                    .filteredOn(site -> isRevisable(site))
                    .extracting(ExamSite::state)
                    .containsExactly(ExamSite.State.DRAFT, ExamSite.State.RETURNED);
        }

        private static boolean isRevisable(ExamSite site) {
            try {
                site.revised(complete(), site.version(), OFFICER);
                return true;
            } catch (SiteRefused e) {
                assertThat(e.code()).isEqualTo("site.wrong-state");
                return false;
            }
        }

        @Test
        void doesNotOverwriteWhatAColleagueWrote() {
            var byColleague = draft().revised(complete(), 1, OFFICER);
            assertRefused("changed", () -> byColleague.revised(complete(), 1, OFFICER));
        }

        @Test
        void isTheCollegesOwnBusiness() {
            for (var stranger : List.of(OTHER_COLLEGE, BODY, OPERATOR)) {
                assertRefused("not-yours", () -> draft().revised(complete(), 1, stranger));
                assertRefused("not-yours", () -> draft().submitted(1, stranger, MONDAY));
            }
        }
    }

    @Nested
    class Deciding {
        @Test
        void belongsToTheOwnerOfTheQualificationAndNobodyElse() {
            for (var stranger : List.of(OTHER_BODY, OFFICER, OTHER_COLLEGE, OPERATOR)) {
                assertRefused("not-yours", () -> pending().approved(2, stranger, MONDAY));
                assertRefused("not-yours", () -> pending().returned(2, LATER_OPINION, stranger, MONDAY));
                assertRefused("not-yours", () -> approved().suspended(3, LATER_OPINION, stranger, MONDAY));
            }
        }

        @Test
        void approvingTwiceIsTheSameAsOnce() {
            var site = approved();
            assertThat(site.approved(2, BODY, MONDAY.plusSeconds(9))).isSameAs(site);
        }

        @Test
        void onlyWhatWaitsCanBeApprovedOrReturned() {
            for (var site : oneInEachState()) {
                if (site.state() != ExamSite.State.PENDING) {
                    assertRefused("wrong-state", () -> site.returned(site.version(), LATER_OPINION, BODY, MONDAY));
                    if (site.state() != ExamSite.State.APPROVED) {
                        assertRefused("wrong-state", () -> site.approved(site.version(), BODY, MONDAY));
                    }
                }
            }
        }

        @Test
        void returningNeedsAnOpinion() {
            assertRefused("opinion-missing", () -> pending().returned(2, " \n", BODY, MONDAY));
            assertRefused("invalid", () -> pending().returned(2, "长".repeat(501), BODY, MONDAY));
            assertThat(pending().returned(2, " 机位不足 ", BODY, MONDAY).opinion()).isEqualTo("机位不足");
        }

        @Test
        void onlyWhatIsApprovedCanBeSuspendedAndNotWithoutAReason() {
            assertRefused("opinion-missing", () -> approved().suspended(3, "", BODY, MONDAY));
            assertRefused("wrong-state", () -> pending().suspended(2, LATER_OPINION, BODY, MONDAY));
            var suspended = approved().suspended(3, LATER_OPINION, BODY, MONDAY);
            assertThat(suspended.state()).isEqualTo(ExamSite.State.SUSPENDED);
            assertThat(suspended.opinion()).isEqualTo(LATER_OPINION);
        }

        @Test
        void onlyWhatIsSuspendedIsTakenBack() {
            var suspended = approved().suspended(3, LATER_OPINION, BODY, MONDAY);
            assertRefused("not-yours", () -> suspended.reinstated(4, OFFICER, MONDAY));
            assertRefused("changed", () -> suspended.reinstated(3, BODY, MONDAY));
            assertRefused("wrong-state", () -> pending().reinstated(2, BODY, MONDAY));
            var again = suspended.reinstated(4, BODY, MONDAY);
            assertThat(again.state()).isEqualTo(ExamSite.State.APPROVED);
            assertThat(again.opinion()).isNull();
            assertThat(again.reinstated(4, BODY, MONDAY)).isSameAs(again);
        }

        @Test
        void ofAnApplicationThatWasReturnedAndSentAgainNeedsTheNewVersion() {
            var again = returned().submitted(3, OFFICER, MONDAY);
            assertRefused("changed", () -> again.approved(2, BODY, MONDAY));
            assertThat(again.approved(4, BODY, MONDAY).state()).isEqualTo(ExamSite.State.APPROVED);
        }
    }

    @Nested
    class Seeing {
        @Test
        void aDraftIsTheCollegesOwn() {
            assertThat(draft().isVisibleTo(OFFICER)).isTrue();
            for (var stranger : List.of(OTHER_COLLEGE, BODY, OTHER_BODY, OPERATOR)) {
                assertThat(draft().isVisibleTo(stranger)).as(stranger.login()).isFalse();
            }
        }

        @Test
        void whatWasSubmittedIsNotForOtherCollegesAndBodies() {
            assertThat(List.of(OFFICER, BODY, OPERATOR)).allMatch(pending()::isVisibleTo);
            assertThat(List.of(OTHER_COLLEGE, OTHER_BODY)).noneMatch(pending()::isVisibleTo);
        }

        @Test
        void peopleAreShownToTheCollegeAndTheDecidingBodyOnly() {
            assertThat(List.of(OFFICER, BODY)).allMatch(approved()::showsPeopleTo);
            assertThat(List.of(OPERATOR, OTHER_COLLEGE, OTHER_BODY)).noneMatch(approved()::showsPeopleTo);
        }
    }
}
