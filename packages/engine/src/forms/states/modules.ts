/** The states whose tax is figured here, by postal code. */
import { formsAL } from './AL.ts'
import { formsAR } from './AR.ts'
import { formsAZ } from './AZ.ts'
import { formsCA } from './CA.ts'
import { formsCO } from './CO.ts'
import { formsCT } from './CT.ts'
import { formsDC } from './DC.ts'
import { formsDE } from './DE.ts'
import { formsGA } from './GA.ts'
import { formsHI } from './HI.ts'
import { formsIA } from './IA.ts'
import { formsID } from './ID.ts'
import { formsIL } from './IL.ts'
import { formsIN } from './IN.ts'
import { formsKS } from './KS.ts'
import { formsKY } from './KY.ts'
import { formsLA } from './LA.ts'
import { formsMA } from './MA.ts'
import { formsMD } from './MD.ts'
import { formsME } from './ME.ts'
import { formsMI } from './MI.ts'
import { formsMN } from './MN.ts'
import { formsMO } from './MO.ts'
import { formsMS } from './MS.ts'
import { formsMT } from './MT.ts'
import { formsNC } from './NC.ts'
import { formsND } from './ND.ts'
import { formsNE } from './NE.ts'
import { formsNJ } from './NJ.ts'
import { formsNM } from './NM.ts'
import { formsNY } from './NY.ts'
import { formsOH } from './OH.ts'
import { formsOK } from './OK.ts'
import { formsOR } from './OR.ts'
import { formsPA } from './PA.ts'
import { formsRI } from './RI.ts'
import { formsSC } from './SC.ts'
import type { StateModule } from './stateForm.ts'
import { formsUT } from './UT.ts'
import { formsVA } from './VA.ts'
import { formsVT } from './VT.ts'
import { formsWA } from './WA.ts'
import { formsWI } from './WI.ts'
import { formsWV } from './WV.ts'

/** Every state with forms here. */
export const stateModules: readonly StateModule[] = [
  formsAL,
  formsAR,
  formsAZ,
  formsCA,
  formsCO,
  formsCT,
  formsDC,
  formsDE,
  formsGA,
  formsHI,
  formsIA,
  formsID,
  formsIL,
  formsIN,
  formsKS,
  formsKY,
  formsLA,
  formsMA,
  formsMD,
  formsME,
  formsMI,
  formsMN,
  formsMO,
  formsMS,
  formsMT,
  formsNC,
  formsND,
  formsNE,
  formsNJ,
  formsNM,
  formsNY,
  formsOH,
  formsOK,
  formsOR,
  formsPA,
  formsRI,
  formsSC,
  formsUT,
  formsVA,
  formsVT,
  formsWA,
  formsWI,
  formsWV,
]
