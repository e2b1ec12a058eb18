/**
 * Logins, sessions, tokens, and the gate that every request passes.
 */
@NullMarked
package se.uppdragskollen.web.security;

import org.jspecify.annotations.NullMarked;
