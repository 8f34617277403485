package io.rapport.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rapport.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rapport.demo");

    private static final JavaClasses CLASSES_WITHOUT_SEEDED_RANDOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains(SeededRandom.class.getSimpleName()))
            .importPackages("io.rapport.demo");

    @Test
    void onlyTheSeededRandomUsesRandomNumbersAndNothingReadsAClock() {
        ArchitectureRules.readsNoClockOrRandomness("..demo..").check(CLASSES_WITHOUT_SEEDED_RANDOM);
    }

    @Test
    void theGeneratorDependsOnContractsAndJsonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.rapport.demo..",
                        "io.rapport.contracts..",
                        "io.rapport.messaging.json..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
