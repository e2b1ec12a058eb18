package se.uppdragskollen.access;

import org.jspecify.annotations.Nullable;

/**
 * Who a login provider says that somebody is.
 *
 * @param issuer the provider
 * @param subject the provider's id of the person or system
 * @param name what the provider calls them, null when not told
 * @param assured whether the login has the assurance level that deciding takes
 */
public record Login(String issuer, String subject, @Nullable String name, boolean assured) {

}
