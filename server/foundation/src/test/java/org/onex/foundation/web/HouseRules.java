package org.onex.foundation.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.onex.contract.kernel.DomainError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/** How things are named and what is promised, the same in every application of the house. */
public final class HouseRules {

    private static final String[] TECHNICAL_FOLDERS = {
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
        "..dto.."
    };

    private HouseRules() {}

    /** Everything of ours on the class path but tests, read once. */
    public static JavaClasses ours() {
        return Ours.CLASSES;
    }

    private static final class Ours {

        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.onex");
    }

    public static void assertNothingIsInjectedIntoFieldsAndNothingIsSet(JavaClasses ours) {
        fields().should().notBeAnnotatedWith(Autowired.class).check(ours);
        methods()
                .that()
                .doNotHaveName("setReadListener") // the servlet API's word, not ours
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .check(ours);
        classes().should().haveSimpleNameNotEndingWith("Impl").check(ours);
    }

    /** A stream of rows keeps its connection until somebody closes it, and nobody does. */
    public static void assertNobodyStreamsRows(JavaClasses ours) {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(ours);
    }

    public static void assertFoldersAreNamedAfterWhatTheBusinessSays(JavaClasses ours) {
        noClasses().should().resideInAnyPackage(TECHNICAL_FOLDERS).check(ours);
    }

    public static void assertControllersAreAdaptersThatNobodyElseSees(JavaClasses ours) {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .haveSimpleNameEndingWith("Controller")
                .andShould()
                .notBePublic()
                .check(ours);
    }

    /** Nobody reads or writes the tables of a module but by what it promises: what others may ask is its directory. */
    public static void assertRepositoriesArePromisedToNobodyButAsDirectories(JavaClasses ours) {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .and()
                .haveSimpleNameNotEndingWith("Directory")
                .should()
                .notBePublic()
                .check(ours);
    }

    /** What is heard has happened: nobody changes it any more. */
    public static void assertEventsAreRecords(JavaClasses ours) {
        methods()
                .that()
                .areAnnotatedWith(EventListener.class)
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "of records, where they are ours",
                        heard -> heard.stream()
                                .filter(type -> type.getPackageName().startsWith("org.onex"))
                                .allMatch(JavaClass::isRecord)))
                .allowEmptyShould(true)
                .check(ours);
    }

    public static void assertRefusalsAreNamedSo(JavaClasses ours) {
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

    public static void assertNobodyAsksTheMachineWhatTimeItIs(JavaClasses ours, String... packages) {
        noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethod(Instant.class, "now")
                .check(ours);
    }

    public static void assertAtLeastTwoInFiveTypesArePromisedToNobody(JavaClasses ours, String application) {
        var types = ours.stream()
                .filter(type -> type.getPackageName().startsWith(application))
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        var promised = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat((double) promised / types.size()).isLessThanOrEqualTo(0.6);
    }
}
