package io.orderloom.contract.schema;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Javadoc text as plain text on one line; code and links in backquotes, other mark-up left out.
 */
final class DocText extends SimpleDocTreeVisitor<String, @Nullable Void> {
    private static final DocText TEXT = new DocText();

    private DocText() {}

    static String of(List<? extends DocTree> parts) {
        return parts.stream()
                .map(part -> part.accept(TEXT, null))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public String visitText(TextTree text, @Nullable Void nothing) {
        return text.getBody();
    }

    @Override
    public String visitLiteral(LiteralTree literal, @Nullable Void nothing) {
        return "`" + literal.getBody().getBody() + "`";
    }

    @Override
    public String visitEntity(EntityTree entity, @Nullable Void nothing) {
        return entity.toString();
    }

    /** The last name of the link's target: {@code Order.Flags#taxesIncluded()} is taxesIncluded. */
    @Override
    public String visitLink(LinkTree link, @Nullable Void nothing) {
        var signature = link.getReference().getSignature().replaceAll("\\(.*", "");
        int end = Math.max(signature.lastIndexOf('#'), signature.lastIndexOf('.'));
        return "`" + signature.substring(end + 1) + "`";
    }

    @Override
    protected String defaultAction(DocTree markup, @Nullable Void nothing) {
        return " ";
    }
}
