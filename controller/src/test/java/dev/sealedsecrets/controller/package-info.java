@NullMarked
package dev.sealedsecrets.controller;

import org.jspecify.annotations.NullMarked;
