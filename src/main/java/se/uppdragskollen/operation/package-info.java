/**
 * Starting and operating the service: its database, its clock, its health.
 */
@NullMarked
package se.uppdragskollen.operation;

import org.jspecify.annotations.NullMarked;
