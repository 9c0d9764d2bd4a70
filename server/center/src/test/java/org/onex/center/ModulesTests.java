package org.onex.center;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.onex.contract.kernel.DomainError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the house: what depends on what, what is promised, and how things are named. */
class ModulesTests {

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.onex");

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
        fields().should().notBeAnnotatedWith(Autowired.class).check(ours);
        methods()
                .that()
                .doNotHaveName("setReadListener") // the servlet API's word, not ours
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .check(ours);
        classes().should().haveSimpleNameNotEndingWith("Impl").check(ours);
    }

    @Test
    void foldersAreNamedAfterWhatTheBusinessSays() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..",
                        "..util..",
                        "..utils..",
                        "..base..",
                        "..manager..",
                        "..helper..",
                        "..impl..",
                        "..service..",
                        "..controller..",
                        "..mapper..",
                        "..dto..")
                .check(ours);
    }

    @Test
    void controllersAreAdaptersThatNobodyElseSees() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .haveSimpleNameEndingWith("Controller")
                .andShould()
                .notBePublic()
                .check(ours);
    }

    @Test
    void refusalsAreNamedSo() {
        classes()
                .that()
                .areAssignableTo(DomainError.class)
                .and()
                .areNotAssignableFrom(DomainError.class)
                .and()
                .resideOutsideOfPackage("org.onex.contract..")
                .should()
                .haveSimpleNameEndingWith("Refused")
                .check(ours);
    }

    @Test
    void theBusinessNeverAsksTheMachineWhatTimeItIs() {
        noClasses()
                .that()
                .resideInAnyPackage("org.onex.center.plan..", "org.onex.center.catalog..", "org.onex.contract..")
                .should()
                .callMethod(Instant.class, "now")
                .check(ours);
    }

    @Test
    void atLeastTwoInFiveTypesOfTheCentreArePromisedToNobody() {
        var types = ours.stream()
                .filter(type -> type.getPackageName().startsWith("org.onex.center"))
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        var promised = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat((double) promised / types.size()).isLessThanOrEqualTo(0.6);
    }
}
