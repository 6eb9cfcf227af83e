package vivarium.tests.speed.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A file in the forms in which it can be sent. */
final class StoredFile {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("gz", "application/gzip"),
          Map.entry("zip", "application/zip"),
          Map.entry("woff2", "font/woff2"));

  /** What hosts compress by themselves. */
  private static final Set<String> COMPRESSED =
      Set.of("html", "css", "js", "mjs", "txt", "json", "svg", "wasm");

  /** One way to send it. */
  private static final class Form {
    private final String encoding;
    private final byte[] bytes;
    private final String tag;

    /**
     * @param encoding the content encoding; empty for none
     */
    Form(String encoding, byte[] bytes) {
      this.encoding = encoding;
      this.bytes = bytes;
      this.tag = tag(bytes);
    }

    boolean isFor(Request request) {
      return encoding.isEmpty() || request.accepts(encoding);
    }
  }

  private static final String ISOLATED =
      String.join(
          "\r\n",
          "Cross-Origin-Opener-Policy: same-origin",
          "Cross-Origin-Embedder-Policy: require-corp",
          "Cross-Origin-Resource-Policy: same-origin",
          "");

  private final String type;
  private final List<Form> forms;
  private final boolean isIsolated;

  /**
   * @param forms the preferred one first, the file as it is last
   */
  private StoredFile(String type, List<Form> forms, boolean isIsolated) {
    this.type = type;
    this.forms = forms;
    this.isIsolated = isIsolated;
  }

  /**
   * @param beside compressed forms that lie beside the file, by content encoding
   * @param isIsolated whether it is sent with the headers that allow shared memory
   */
  static StoredFile of(String name, byte[] plain, Map<String, byte[]> beside, boolean isIsolated) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    Map<String, byte[]> encoded = new TreeMap<>(beside); // Brotli comes before gzip.
    if (COMPRESSED.contains(extension)) {
      encoded.computeIfAbsent("gzip", encoding -> gzip(plain));
    }
    List<Form> forms = new ArrayList<>();
    encoded.forEach((encoding, bytes) -> forms.add(new Form(encoding, bytes)));
    forms.add(new Form("", plain));
    return new StoredFile(
        TYPES.getOrDefault(extension, "application/octet-stream"), forms, isIsolated);
  }

  /** What the host says to a request for this file. */
  Answer answer(Request request) {
    Form form = forms.stream().filter(any -> any.isFor(request)).findFirst().orElseThrow();
    String headers = "ETag: " + form.tag + "\r\nCache-Control: max-age=600\r\n";
    if (isIsolated) {
      headers += ISOLATED;
    }
    if (forms.size() > 1) {
      headers += "Vary: Accept-Encoding\r\n";
    }
    if (form.tag.equals(request.headers().get("if-none-match"))) {
      return Answer.withoutBody("304 Not Modified", headers);
    }
    if (!form.encoding.isEmpty()) {
      headers += "Content-Encoding: " + form.encoding + "\r\n";
    }
    return Answer.of("200 OK", headers + "Content-Type: " + type + "\r\n", form.bytes);
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
