package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sizes of everything the product is written in, so that no file becomes a place where nobody likes to go. */
class BudgetTests {

    private static final Map<String, Integer> FILES = new TreeMap<>();
    private static final Map<String, Integer> METHODS = new TreeMap<>();
    private static final Map<String, Integer> PARAMETERS = new TreeMap<>();
    /** By part of the house ({@code contract}, {@code rehearsal} …): top-level types, and whether they are public. */
    private static final Map<String, Map<String, Boolean>> TYPES = new TreeMap<>();

    @BeforeAll
    static void measure() throws IOException {
        var sources = sources();
        for (var source : sources) {
            FILES.put(source.toString(), codeLines(Files.readAllLines(source)));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                var lines = Files.readAllLines(Path.of(unit.getSourceFile().toUri()));
                var types = TYPES.computeIfAbsent(partOf(unit.getSourceFile().getName()), part -> new TreeMap<>());
                for (var type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree named) {
                        var isPublic = named.getModifiers().getFlags().contains(Modifier.PUBLIC);
                        types.put(named.getSimpleName().toString(), isPublic);
                    }
                }
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        var name = unit.getSourceFile().getName() + "#" + method.getName();
                        var body = method.getBody();
                        if (body != null) {
                            var from = line(unit.getLineMap(), positions.getStartPosition(unit, body));
                            var to = line(unit.getLineMap(), positions.getEndPosition(unit, body));
                            METHODS.merge(name, codeLines(lines.subList(from, Math.max(from, to - 1))), Math::max);
                        }
                        // A record's own constructor lists its components, which is what records are for.
                        if (!method.getName().contentEquals("<init>")) {
                            PARAMETERS.merge(name, method.getParameters().size(), Math::max);
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
    }

    @Test
    void filesHaveAtMost400LinesAndMostAtMost200() {
        assertThat(FILES.size()).as("files found").isGreaterThan(60);
        assertThat(over(FILES, 400)).isEmpty();
        assertThat(percentile95(FILES)).isLessThanOrEqualTo(200);
    }

    @Test
    void testsHaveAtMost400LinesToo() throws IOException {
        var tests = new TreeMap<String, Integer>();
        for (var test : sources("src/test/java")) {
            tests.put(test.toString(), codeLines(Files.readAllLines(test)));
        }
        assertThat(tests.size()).as("files found").isGreaterThan(200);
        assertThat(over(tests, 400)).isEmpty();
    }

    @Test
    void methodsHaveAtMost40LinesAndMostAtMost20() {
        assertThat(over(METHODS, 40)).isEmpty();
        assertThat(percentile95(METHODS)).isLessThanOrEqualTo(20);
    }

    @Test
    void methodsHaveAtMostFiveParameters() {
        assertThat(over(PARAMETERS, 5)).isEmpty();
    }

    /** The rehearsal is on nobody's class path, so that no rule about classes sees it. */
    @Test
    void nothingIsSetAndNothingIsAnImplementationOfItself() {
        assertThat(METHODS.keySet())
                .filteredOn(name -> name.matches(".*#set[A-Z].*") && !name.endsWith("#setReadListener"))
                .isEmpty();
        assertThat(TYPES.values().stream().flatMap(types -> types.keySet().stream()))
                .isNotEmpty()
                .noneMatch(name -> name.endsWith("Impl"));
    }

    /** But for the contract, which is nothing but promises. */
    @Test
    void atLeastTwoInFiveTypesOfEveryPartArePromisedToNobody() {
        assertThat(TYPES).containsOnlyKeys("center", "contract", "foundation", "node", "rehearsal");
        TYPES.forEach((part, types) -> {
            var kept = types.values().stream().filter(isPublic -> !isPublic).count();
            if (!part.equals("contract")) {
                assertThat(kept * 5).as(part).isGreaterThanOrEqualTo(types.size() * 2L);
            }
        });
    }

    @Test
    void modulesHaveAtMost40Files() throws IOException {
        var modules = new TreeMap<String, Integer>();
        sources().forEach(source -> modules.merge(source.getParent().toString(), 1, Integer::sum));
        assertThat(over(modules, 40)).isEmpty();
    }

    @Test
    void everythingLeftToDoSaysWhyAndWhere() throws IOException {
        var vague = new ArrayList<String>();
        for (var source : sources()) {
            for (var line : Files.readAllLines(source)) {
                if (line.matches(".*\\b(TODO|FIXME|XXX)\\b(?!\\([^)]+\\): ).*")) {
                    vague.add(source + ": " + line.strip());
                }
            }
        }
        assertThat(vague).isEmpty();
    }

    /** ../rehearsal/src/main/java/… */
    private static String partOf(String source) {
        return Path.of(source).subpath(1, 2).toString();
    }

    private static List<String> over(Map<String, Integer> sizes, int most) {
        return sizes.entrySet().stream()
                .filter(entry -> entry.getValue() > most)
                .map(entry -> entry.getKey() + " has " + entry.getValue())
                .toList();
    }

    private static int percentile95(Map<String, Integer> sizes) {
        var sorted = sizes.values().stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private static int codeLines(List<String> lines) {
        return (int) lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("//")
                        && !line.startsWith("*")
                        && !line.startsWith("/*")
                        && !line.startsWith("import "))
                .count();
    }

    private static int line(LineMap map, long position) {
        return (int) map.getLineNumber(position);
    }

    /** All Java that is shipped or drives the product; of the tests only the files have a budget. */
    private static List<Path> sources() throws IOException {
        return sources("src/main/java");
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(BudgetTests::javaFiles)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
