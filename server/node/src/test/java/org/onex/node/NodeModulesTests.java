package org.onex.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class NodeModulesTests {

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
                .check(new ClassFileImporter().importPackages("org.onex.node"));
    }
}
