package io.rapport.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rapport.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rapport.standalone");

    @Test
    void packagesAreFreeOfCycles() {
        ArchitectureRules.hasNoPackageCycles("io.rapport.standalone").check(CLASSES);
    }

    @Test
    void theClientDependsOnContractsAlone() {
        classes()
                .that()
                .resideInAPackage("..standalone.client..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.rapport.contracts..",
                        "io.rapport.messaging..",
                        "io.rapport.standalone.client..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "de.siegmar.fastcsv..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
