package se.uppdragskollen.web.security;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import se.uppdragskollen.web.Client;

/**
 * A real OpenID provider, as a region has one: a server of its own, with people who have
 * the claim {@code employeeHsaId} and machine clients that have none. Whose name begins
 * with {@code weak} logs in at a lower level of assurance.
 */
final class LoginProvider implements AutoCloseable {

	static final String STRONG = "http://id.elegnamnden.se/loa/1.0/loa3";

	static final String PASSWORD = "prov";

	private final RSAKey key;

	private final String issuer;

	private final int port;

	private final ConfigurableApplicationContext context;

	private LoginProvider(int port, RSAKey key, ConfigurableApplicationContext context) {
		this.port = port;
		this.key = key;
		this.issuer = issuer(port);
		this.context = context;
	}

	/**
	 * Starts a provider.
	 * @param service the port of the service that people return to, as their browser
	 * knows it
	 */
	static LoginProvider start(int... service) {
		return startAt(freePort(), service);
	}

	/** Starts a provider at a port of one's choice. */
	static LoginProvider startAt(int port, int... service) {
		RSAKey key = key();
		Settings settings = new Settings(port, key, service);
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
			.initializers((starting) -> starting.getBeanFactory().registerSingleton("settings", settings))
			.logStartupInfo(false)
			.bannerMode(org.springframework.boot.Banner.Mode.OFF)
			.run("--spring.config.name=login-provider", "--server.port=" + port, "--logging.level.root=warn",
					"--server.servlet.session.cookie.name=provider", "--management.server.port=-1");
		return new LoginProvider(port, key, context);
	}

	/** A port that nothing listens on. */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** The issuer that a provider at this port is. */
	static String issuer(int port) {
		return "http://localhost:" + port;
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String issuer() {
		return this.issuer;
	}

	/** The settings that make a service believe this provider. */
	Map<String, Object> settings() {
		return settings(this.issuer);
	}

	/** The settings for a provider that may not have been started. */
	static Map<String, Object> settings(String issuer) {
		String login = "uppdragskollen.login.providers.region.";
		String client = "spring.security.oauth2.client.";
		return Map.of(login + "issuer", issuer, login + "subject-claim", "employeeHsaId", login + "assured", STRONG,
				client + "registration.region.client-id", "uppdragskollen-web",
				client + "registration.region.client-secret", PASSWORD, client + "registration.region.scope",
				"openid,profile", client + "provider.region.issuer-uri", issuer);
	}

	/** What a machine client gets when it asks for a token. */
	String machineToken(String client) {
		String basic = java.util.Base64.getEncoder()
			.encodeToString((client + ":" + PASSWORD + client).getBytes(StandardCharsets.UTF_8));
		Client.Answer answer = new Client(this.port, null).form("/oauth2/token",
				Map.of("grant_type", "client_credentials", "scope", "api"), "Authorization", "Basic " + basic);
		return answer.json().path("access_token").asString();
	}

	/** The claims of a token that would be taken. */
	JWTClaimsSet.Builder claims(String subject) {
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject(subject)
			.audience("uppdragskollen")
			.issueTime(java.util.Date.from(Instant.now()))
			.expirationTime(java.util.Date.from(Instant.now().plus(Duration.ofMinutes(5))));
	}

	/** A token with the provider's own key. */
	String signed(JWTClaimsSet claims) {
		return signed(claims, this.key);
	}

	/** A token with another key, which says that it is the provider's. */
	String forged(JWTClaimsSet claims) {
		try {
			return signed(claims, new RSAKeyGenerator(2048).keyID(this.key.getKeyID()).generate());
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token without a signature. */
	static String unsigned(JWTClaimsSet claims) {
		return new PlainJWT(claims).serialize();
	}

	/** A token signed with the provider's public key as if it were a secret. */
	String confused(JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.key.getKeyID()).build(), claims);
			token.sign(new com.nimbusds.jose.crypto.MACSigner(this.key.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWTClaimsSet claims, RSAKey key) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
					claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private record Settings(int port, RSAKey key, int[] service) {

	}

	/**
	 * What the provider is made of. No component, or the service under test would find
	 * it.
	 */
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	static class Parts {

		@Bean
		AuthorizationServerSettings server(Settings settings) {
			return AuthorizationServerSettings.builder().issuer(issuer(settings.port())).build();
		}

		@Bean
		JWKSource<SecurityContext> keys(Settings settings) {
			return new ImmutableJWKSet<>(new JWKSet(settings.key()));
		}

		@Bean
		UserDetailsService people() {
			return new InMemoryUserDetailsManager(List.of("strong", "weak", "stranger")
				.stream()
				.map((name) -> User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build())
				.toList());
		}

		@Bean
		RegisteredClientRepository clients(Settings settings) {
			RegisteredClient web = RegisteredClient.withId("web")
				.clientId("uppdragskollen-web")
				.clientSecret("{noop}" + PASSWORD)
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri("https://localhost/elsewhere")
				.redirectUris((uris) -> {
					for (int port : settings.service()) {
						uris.add("https://localhost:" + port + "/login/oauth2/code/region");
					}
				})
				.scope("openid")
				.scope("profile")
				.clientSettings(ClientSettings.builder().requireProofKey(true).build())
				.build();
			return new InMemoryRegisteredClientRepository(web, machine("journal"), machine("unknown"));
		}

		private static RegisteredClient machine(String id) {
			return RegisteredClient.withId(id)
				.clientId(id)
				.clientSecret("{noop}" + PASSWORD + id)
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
				.scope("api")
				.build();
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims() {
			return (context) -> {
				if (context.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
					context.getClaims().audience(List.of("uppdragskollen"));
				}
				else {
					String name = context.getPrincipal().getName();
					context.getClaims()
						.claim("employeeHsaId", "SE5566778899-" + name.toUpperCase(java.util.Locale.ROOT))
						.claim("name", "Prov " + name)
						.claim("acr", name.startsWith("weak") ? "loa2" : STRONG);
				}
			};
		}

	}

}
