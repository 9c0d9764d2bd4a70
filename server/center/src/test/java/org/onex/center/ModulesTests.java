package org.onex.center;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.HouseRules;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the house: what depends on what, what is promised, and how things are named. */
class ModulesTests {

    private final JavaClasses ours = HouseRules.ours();

    @Test
    void modulesDependOnEachOtherOnlyAsTheyDeclare() {
        ApplicationModules.of(CenterApplication.class).verify();
    }

    @Test
    void theFoundationKnowsNothingOfTheCentreAndNoExamWord() {
        noClasses()
                .that()
                .resideInAPackage("org.onex.foundation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.onex.center..", "org.onex.node..")
                .check(ours);
        noClasses()
                .that()
                .resideInAPackage("org.onex.foundation..")
                .should()
                .haveNameMatching(".*(Exam|Candidate|Plan|Notice|Seat|Paper|Certificate).*")
                .check(ours);
    }

    @Test
    void nothingIsInjectedIntoFieldsAndNothingIsSet() {
        HouseRules.assertNothingIsInjectedIntoFieldsAndNothingIsSet(ours);
    }

    @Test
    void rowsAreNeverStreamedOutOfTheDatabase() {
        HouseRules.assertNobodyStreamsRows(ours);
    }

    @Test
    void foldersAreNamedAfterWhatTheBusinessSays() {
        HouseRules.assertFoldersAreNamedAfterWhatTheBusinessSays(ours);
    }

    @Test
    void controllersAreAdaptersThatNobodyElseSees() {
        HouseRules.assertControllersAreAdaptersThatNobodyElseSees(ours);
    }

    /** Whoever knows what is right scores with it, and nobody else. */
    @Test
    void nothingButMarkingAsksForAnswerKeys() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.onex.center.marking..", "org.onex.center.paper..")
                .should()
                .callMethodWhere(target(name("answerKey"))
                        .and(target(owner(assignableTo("org.onex.center.paper.PaperDirectory")))))
                .check(ours);
    }

    /** It is big, and a centre in which nobody signs has no use for it in memory. */
    @Test
    void nothingButTheSignatureItselfKnowsTheSigningLibrary() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.onex.center.signature.PadesSignature")
                .and()
                .haveNameNotMatching("org.onex.center.signature.PadesSignature\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.europa.esig..")
                .check(ours);
    }

    @Test
    void repositoriesArePromisedToNobodyButAsDirectories() {
        HouseRules.assertRepositoriesArePromisedToNobodyButAsDirectories(ours);
    }

    @Test
    void eventsAreRecords() {
        HouseRules.assertEventsAreRecords(ours);
    }

    @Test
    void refusalsAreNamedSo() {
        HouseRules.assertRefusalsAreNamedSo(ours);
    }

    @Test
    void theBusinessNeverAsksTheMachineWhatTimeItIs() {
        HouseRules.assertNobodyAsksTheMachineWhatTimeItIs(
                ours,
                "org.onex.center.plan..",
                "org.onex.center.catalog..",
                "org.onex.center.site..",
                "org.onex.center.fee..",
                "org.onex.center.paper..",
                "org.onex.center.staffing..",
                "org.onex.center.signature..",
                "org.onex.center.typesetting..",
                "org.onex.contract..");
    }

    @Test
    void atLeastTwoInFiveTypesArePromisedToNobody() {
        HouseRules.assertAtLeastTwoInFiveTypesArePromisedToNobody(ours, "org.onex.center");
    }
}
