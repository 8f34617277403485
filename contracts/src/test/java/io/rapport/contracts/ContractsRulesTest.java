package io.rapport.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Plain types only: readers of the events need no other library. The annotation on generated builders is not needed at run time. */
@AnalyzeClasses(packagesOf = ContractsRulesTest.class, importOptions = DoNotIncludeTests.class)
class ContractsRulesTest {

    @ArchTest
    static final ArchRule dependOnTheJdkAndAnnotationsOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "io.rapport.contracts..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..",
                    "io.soabase.recordbuilder.core..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.rapport.contracts.(*)..").should().beFreeOfCycles();
}
