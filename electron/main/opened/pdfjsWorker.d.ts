/** The worker's half of pdf.js has no types of its own; it is only handed over to the other half. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
