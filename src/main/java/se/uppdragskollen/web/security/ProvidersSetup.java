package se.uppdragskollen.web.security;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The providers that people log in by, when the settings name any.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProvidersSetup {

	@Bean
	LateProviders providers(OAuth2ClientProperties settings) {
		return new LateProviders(settings);
	}

	/** Tells of providers that have not answered since the start. */
	@Bean
	HealthIndicator loginHealthIndicator(LateProviders providers) {
		return () -> {
			Health.Builder health = providers.there().containsValue(false) ? Health.down() : Health.up();
			providers.there().forEach((name, there) -> health.withDetail(name, there ? "there" : "away"));
			return health.build();
		};
	}

}
