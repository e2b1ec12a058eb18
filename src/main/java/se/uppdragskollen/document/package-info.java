/**
 * Reading YAML and JSON with positions, and telling every problem with file, line, path,
 * what was found and what is allowed.
 */
@NullMarked
package se.uppdragskollen.document;

import org.jspecify.annotations.NullMarked;
