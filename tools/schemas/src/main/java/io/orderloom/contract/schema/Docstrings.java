package io.orderloom.contract.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of types and of their components, which becomes the schemas' descriptions. */
public final class Docstrings {
    /** Without descriptions, for schemas that are not published. */
    public static final Docstrings NONE = new Docstrings(Map.of(), Map.of());

    private final Map<String, String> types;
    private final Map<String, String> components;

    private Docstrings(Map<String, String> types, Map<String, String> components) {
        this.types = Map.copyOf(types);
        this.components = Map.copyOf(components);
    }

    /**
     * Reads the sources below these directories. It only parses them, which costs about a second.
     */
    public static Docstrings below(List<Path> directories) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources(directories)));
            var collected = new Collected(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                collected.scan(new TreePath(unit), null);
            }
            return new Docstrings(collected.types, collected.components);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources(List<Path> directories) throws IOException {
        var found = new ArrayList<Path>();
        for (var directory : directories) {
            try (var walk = Files.walk(directory)) {
                walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    public Optional<String> of(Class<?> type) {
        return Optional.ofNullable(types.get(type.getCanonicalName()));
    }

    public Optional<String> of(Class<?> type, String component) {
        return Optional.ofNullable(components.get(type.getCanonicalName() + "#" + component));
    }

    private static final class Collected extends TreePathScanner<@Nullable Void, @Nullable String> {
        private final DocTrees docs;
        private final Map<String, String> types = new HashMap<>();
        private final Map<String, String> components = new HashMap<>();

        Collected(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable String outer) {
            var name = (outer == null ? prefix() : outer + ".") + type.getSimpleName();
            var comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(name, comment);
            }
            return super.visitClass(type, name);
        }

        private String prefix() {
            var declared = getCurrentPath().getCompilationUnit().getPackageName();
            return declared == null ? "" : declared + ".";
        }

        private void keep(String name, DocCommentTree comment) {
            put(types, name, DocText.of(comment.getFullBody()));
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                    put(
                            components,
                            name + "#" + param.getName().getName(),
                            DocText.of(param.getDescription()));
                }
            }
        }

        private static void put(Map<String, String> all, String name, String text) {
            if (!text.isEmpty()) {
                all.put(name, text);
            }
        }
    }
}
