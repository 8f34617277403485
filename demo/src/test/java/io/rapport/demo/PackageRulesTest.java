package io.rapport.demo;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rapport.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

    @Test
    void theGeneratorReadsNoClockAndNoRandomnessButItsSeed() {
        ArchitectureRules.readsNoClockOrRandomness("..demo..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.rapport.demo"));
    }
}
