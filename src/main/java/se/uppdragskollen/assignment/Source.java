package se.uppdragskollen.assignment;

import org.jspecify.annotations.Nullable;

/**
 * What a requirement rests on.
 *
 * @param kind the kind of source
 * @param document the document
 * @param note what is known and what is not, null when there is nothing to add
 */
public record Source(SourceKind kind, String document, @Nullable String note) {

}
