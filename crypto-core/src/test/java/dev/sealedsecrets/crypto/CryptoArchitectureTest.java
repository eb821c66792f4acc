package dev.sealedsecrets.crypto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sealedsecrets.crypto", importOptions = DoNotIncludeTests.class)
class CryptoArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ONLY = classes()
            .that()
            .haveNameNotMatching(".*\\.RawRsaOpener(\\$.*)?")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sealedsecrets.crypto",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "edu.umd.cs.findbugs.annotations");

    /** Its Bouncy Castle is not loaded where another engine is in use. */
    @ArchTest
    static final ArchRule THE_OTHER_ENGINE_NEEDS_A_PADDING_BESIDES = classes()
            .that()
            .haveNameMatching(".*\\.RawRsaOpener(\\$.*)?")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sealedsecrets.crypto",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.bouncycastle.crypto..",
                    "edu.umd.cs.findbugs.annotations");

    @ArchTest
    static final ArchRule NOTHING_LOGS_OR_PRINTS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.PrintStream")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");
}
