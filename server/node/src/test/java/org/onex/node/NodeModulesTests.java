package org.onex.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.HouseRules;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the node: what depends on what, what is promised, and how things are named. */
class NodeModulesTests {

    private final JavaClasses ours = HouseRules.ours();

    @Test
    void modulesDependOnEachOtherOnlyAsTheyDeclare() {
        ApplicationModules.of(NodeApplication.class).verify();
    }

    @Test
    void aNodeDoesNotKnowTheCentresCode() {
        noClasses()
                .that()
                .resideInAPackage("org.onex.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.onex.center..")
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
        HouseRules.assertNobodyAsksTheMachineWhatTimeItIs(ours, "org.onex.node..");
    }

    @Test
    void atLeastTwoInFiveTypesArePromisedToNobody() {
        HouseRules.assertAtLeastTwoInFiveTypesArePromisedToNobody(ours, "org.onex.node");
    }
}
