package dev.sealedsecrets.resource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sealedsecrets", importOptions = DoNotIncludeTests.class)
class ResourceArchitectureTest {
    @ArchTest
    static final ArchRule SEES_THE_ENVELOPE_AND_TWO_PARSERS_ONLY = classes()
            .that()
            .resideInAPackage("dev.sealedsecrets.resource")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sealedsecrets.resource",
                    "dev.sealedsecrets.crypto",
                    "java..",
                    "org.snakeyaml.engine..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..",
                    "edu.umd.cs.findbugs.annotations");

    @ArchTest
    static final ArchRule NOTHING_BINDS_DATA_BY_REFLECTION = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "java.lang.reflect..");

    @ArchTest
    static final ArchRule THE_TEMPLATE_LANGUAGE_IS_PLUGGED_IN = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sealedsecrets.template..");

    @ArchTest
    static final ArchRule NOTHING_LOGS_OR_PRINTS = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.resource")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.PrintStream")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule NO_EXPRESSIONS_OR_FORMATS_ON_THE_WAY_OF_EVERY_START = noClasses()
            .that()
            .resideInAPackage("dev.sealedsecrets.resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class);
}
