package se.uppdragskollen.web.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken: {@code uppdragskollen.limits.…}.
 *
 * @param loginsPerMinute logins, demo tokens and one-time links by address
 * @param uploadsPerMinute uploads and evaluations by login
 * @param publicPerMinute public pages and open data by address
 * @param known for how many logins and addresses it is counted at a time
 */
@ConfigurationProperties("uppdragskollen.limits")
record RateSettings(@DefaultValue("60") int loginsPerMinute, @DefaultValue("120") int uploadsPerMinute,
		@DefaultValue("600") int publicPerMinute, @DefaultValue("20000") int known) {

}
